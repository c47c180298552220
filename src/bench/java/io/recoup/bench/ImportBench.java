package io.recoup.bench;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankBook.ImportSummary;
import io.recoup.banking.BankBook.Source;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.Counterparty;
import io.recoup.banking.Direction;
import io.recoup.banking.EntryStatus;
import io.recoup.money.Money;
import io.recoup.testing.Rooms;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How the bank book compares with a plain COPY of the same million rows into the same table with the same indexes, and
 * entering it again with the first time.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=ImportBench}; needs about 3 GB of memory and of disk.
 */
public final class ImportBench {

    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 3;
    private static final Source SOURCE = new Source("bench", null, null);
    private static final String COLUMNS = """
            bank_transaction (
                import_id, identity, account, currency, statement, booked_on, value_on, status, direction, reversal,
                balancing, amount_minor, counterparty_name, counterparty_account, counterparty_bic, end_to_end_id,
                reference, remittance, bank_id, occurrence)
            """;

    private ImportBench() {}

    public static void main(String[] arguments) throws Exception {
        List<BankTransaction> transactions = transactions();
        try (BenchServer server = new BenchServer(Map.of("max_wal_size", "8GB", "shared_buffers", "512MB"));
                AnnotationConfigApplicationContext rooms = Rooms.open(
                        new SingleConnectionDataSource(server.dataSource().getConnection(), true),
                        new String[] {"banking"})) {
            BankBook book = rooms.getBean(BankBook.class);
            JdbcClient jdbc = JdbcClient.create(server.dataSource());
            enter(book, transactions, ROWS);
            byte[] rows = copyOut(server);
            System.out.printf(Locale.ROOT, "%,d rows, %,d bytes as binary COPY%n", ROWS, rows.length);
            System.out.println("round | plain COPY s | first import s | COPY : first | again s | first : again");
            double[] toCopy = new double[ROUNDS];
            double[] again = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                empty(jdbc);
                double plain = copyIn(server, rows);
                empty(jdbc);
                double first = enter(book, transactions, ROWS);
                checkpoint(jdbc);
                double second = enter(book, transactions, 0);
                toCopy[round] = plain / first;
                again[round] = first / second;
                System.out.printf(
                        Locale.ROOT,
                        "%d | %.2f | %.2f | %.2f | %.2f | %.1f%n",
                        round + 1,
                        plain,
                        first,
                        toCopy[round],
                        second,
                        again[round]);
            }
            Arrays.sort(toCopy);
            Arrays.sort(again);
            System.out.printf(
                    Locale.ROOT,
                    "median: rate of the first import %.2f of plain COPY (%.2f-%.2f); again %.1f times as fast%n",
                    toCopy[ROUNDS / 2],
                    toCopy[0],
                    toCopy[ROUNDS - 1],
                    again[ROUNDS / 2]);
        }
    }

    private static double enter(BankBook book, List<BankTransaction> transactions, long expected) {
        long began = System.nanoTime();
        ImportSummary summary = book.enter(transactions, SOURCE);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (summary.entered() != expected) {
            throw new IllegalStateException("entered " + summary.entered() + ", not " + expected);
        }
        return seconds;
    }

    private static byte[] copyOut(BenchServer server) throws Exception {
        ByteArrayOutputStream rows = new ByteArrayOutputStream(1 << 28);
        try (Connection connection = server.dataSource().getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY " + COLUMNS + " TO STDOUT (FORMAT binary)", rows);
        }
        return rows.toByteArray();
    }

    private static double copyIn(BenchServer server, byte[] rows) throws SQLException {
        try (Connection connection = server.dataSource().getConnection()) {
            long began = System.nanoTime();
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + COLUMNS + " FROM STDIN (FORMAT binary)");
            for (int from = 0; from < rows.length; from += 1 << 16) {
                copy.writeToCopy(rows, from, Math.min(1 << 16, rows.length - from));
            }
            copy.endCopy();
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static void empty(JdbcClient jdbc) {
        jdbc.sql("TRUNCATE bank_transaction, bank_statement, bank_import").update();
        checkpoint(jdbc);
    }

    /** So that no variant pays for what the one before left to write. */
    private static void checkpoint(JdbcClient jdbc) {
        jdbc.sql("CHECKPOINT").update();
    }

    private static List<BankTransaction> transactions() {
        Random random = new Random(20_260_309L);
        List<BankTransaction> transactions = new ArrayList<>(ROWS);
        for (int i = 0; i < ROWS; i++) {
            // a file runs through its days in order
            LocalDate day = LocalDate.of(2026, 3, 1).plusDays(i * 28L / ROWS);
            transactions.add(new BankTransaction(
                    "DE02120300000000202051",
                    "2026-" + i / 5_000,
                    day,
                    day,
                    EntryStatus.BOOKED,
                    random.nextInt(10) < 8 ? Direction.CREDIT : Direction.DEBIT,
                    false,
                    false,
                    Money.of(100 + random.nextInt(1_000_000), "EUR"),
                    new Counterparty(
                            "Müller & Söhne " + random.nextInt(10_000),
                            "DE7551210800" + (1_000_000_000L + random.nextInt(1_000_000_000)),
                            "SOGEDEFF"),
                    "E2E-" + random.nextInt(1_000_000_000),
                    null,
                    "Rechnungen RE-2026-" + random.nextInt(1_000_000) + " RE-2026-" + random.nextInt(1_000_000),
                    i % 2 == 0 ? "B" + i : null,
                    1 + i % 2 * (i / 2)));
        }
        return transactions;
    }
}
