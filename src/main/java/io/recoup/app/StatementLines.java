package io.recoup.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.recoup.banking.BankStatement;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.RejectedEntry;
import io.recoup.banking.StatementSink;
import io.recoup.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Prints what a statement file holds as JSON, one object a line: its transactions or its statements. */
final class StatementLines implements StatementSink, AutoCloseable {

    private final JsonGenerator json;
    private final PrintStream problems;
    private final boolean statements;
    private boolean anythingRejected;
    private boolean anythingWritten;

    /**
     * @param statements whether statements are printed rather than transactions
     */
    StatementLines(OutputStream out, PrintStream problems, boolean statements) throws IOException {
        this.json = new JsonFactory().createGenerator(out);
        this.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        this.problems = problems;
        this.statements = statements;
    }

    boolean anythingRejected() {
        return anythingRejected;
    }

    @Override
    public void transaction(BankTransaction transaction) {
        if (!statements) {
            line(() -> write(transaction));
        }
    }

    @Override
    public void statement(BankStatement statement) {
        if (statements) {
            line(() -> write(statement));
        }
    }

    @Override
    public void rejected(RejectedEntry entry) {
        anythingRejected = true;
        problems.println(entry.file() + ":" + entry.line() + ": " + entry.reason());
    }

    @Override
    public void close() throws IOException {
        if (anythingWritten) {
            json.writeRaw('\n');
        }
        json.close();
    }

    private void write(BankTransaction transaction) throws IOException {
        text("account", transaction.account());
        text("currency", transaction.currency());
        text("statement", transaction.statement());
        day("bookedOn", transaction.bookedOn());
        day("valueOn", transaction.valueOn());
        text("status", transaction.status().code());
        text("direction", transaction.direction().code());
        json.writeBooleanField("reversal", transaction.reversal());
        if (transaction.balancing()) {
            json.writeBooleanField("balancing", true);
        }
        amount("amount", transaction.amount());
        json.writeObjectFieldStart("counterparty");
        text("name", transaction.counterparty().name());
        text("account", transaction.counterparty().account());
        text("bic", transaction.counterparty().bic());
        json.writeEndObject();
        text("endToEndId", transaction.endToEndId());
        text("reference", transaction.reference());
        text("remittance", transaction.remittance());
        text("bankId", transaction.bankId());
        json.writeNumberField("occurrence", transaction.occurrence());
    }

    private void write(BankStatement statement) throws IOException {
        text("file", statement.file());
        text("format", statement.format());
        text("account", statement.account());
        text("currency", statement.currency());
        amount("opening", statement.opening());
        amount("closing", statement.closing());
        json.writeNumberField("entries", statement.entries());
        json.writeNumberField("transactions", statement.transactions());
        amount("credits", statement.credits());
        amount("debits", statement.debits());
        json.writeFieldName("balanced");
        if (statement.balanced() == null) {
            json.writeNull();
        } else {
            json.writeBoolean(statement.balanced());
        }
    }

    /** Absent values are written as null, so that every line has the same fields. */
    private void text(String field, @Nullable String value) throws IOException {
        json.writeStringField(field, value);
    }

    private void day(String field, @Nullable LocalDate day) throws IOException {
        json.writeStringField(field, day == null ? null : day.toString());
    }

    private void amount(String field, @Nullable Money amount) throws IOException {
        json.writeStringField(field, amount == null ? null : amount.toDecimal());
    }

    private void line(Fields fields) {
        anythingWritten = true;
        try {
            json.writeStartObject();
            fields.write();
            json.writeEndObject();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private interface Fields {
        void write() throws IOException;
    }
}
