package io.recoup.reconciliation.generator;

import java.io.IOException;
import java.util.List;

/** Movements as {@code bank-transaction/1}. */
final class TransactionLines implements Statements {

    private final JsonLines lines;

    TransactionLines(JsonLines lines) {
        this.lines = lines;
    }

    @Override
    public void day(List<Movement> movements) {
        movements.forEach(this::write);
    }

    private void write(Movement movement) {
        String currency = movement.company().currency;
        lines.object(() -> {
            lines.text("account", movement.company().account);
            lines.text("currency", currency);
            lines.text("statement", movement.company().name() + "-" + movement.bookedOn());
            lines.day("bookedOn", movement.bookedOn());
            lines.day("valueOn", movement.valueOn());
            lines.text("status", "booked");
            lines.text("direction", movement.credit() ? "credit" : "debit");
            lines.yes("reversal", movement.reversal());
            lines.amount("amount", movement.minor(), currency);
            lines.object("counterparty", () -> {
                lines.text("name", movement.name());
                lines.text("account", movement.account());
                lines.text("bic", movement.bic());
            });
            lines.text("endToEndId", movement.endToEndId());
            lines.text("reference", movement.reference());
            lines.text("remittance", String.join("\n", movement.lines()));
            lines.text("bankId", movement.bankId());
        });
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
