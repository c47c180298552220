package io.recoup.banking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a file held, in lists, and the error that ended it. */
public final class Gathered implements StatementSink {

    public final List<BankTransaction> transactions = new ArrayList<>();
    public final List<BankStatement> statements = new ArrayList<>();
    public final List<RejectedEntry> rejected = new ArrayList<>();
    public @Nullable StatementReadException error;

    public static Gathered of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes), "test.xml");
    }

    public static Gathered of(String xml) {
        return of(xml.getBytes(StandardCharsets.UTF_8));
    }

    public static Gathered of(InputStream in, String file) {
        Gathered gathered = new Gathered();
        try {
            StatementFiles.read(in, file, gathered);
        } catch (StatementReadException unreadable) {
            gathered.error = unreadable;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return gathered;
    }

    public static Gathered of(Path file) {
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            return of(in, file.getFileName().toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A fixture of this package. */
    public static byte[] fixture(String name) {
        try (InputStream in = Gathered.class.getResourceAsStream("/banking/" + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A statement of the given version around the given entries. */
    public static String statement(String entries) {
        return "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt><Stmt><Id>S1</Id>"
                + "<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>" + entries
                + "</Stmt></BkToCstmrStmt></Document>";
    }

    /** One booked credit of 2026-03-09 with this amount element and these further elements. */
    public static String entry(String amount, String more) {
        return "<Ntry>" + amount + "<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                + "<BookgDt><Dt>2026-03-09</Dt></BookgDt>" + more + "</Ntry>";
    }

    @Override
    public void transaction(BankTransaction transaction) {
        transactions.add(transaction);
    }

    @Override
    public void statement(BankStatement statement) {
        statements.add(statement);
    }

    @Override
    public void rejected(RejectedEntry entry) {
        rejected.add(entry);
    }
}
