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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How the bank book compares with a plain COPY of the same million rows into the same table with the same indexes, and
 * entering it again with the first time.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=ImportBench}; needs about 3 GB of memory
 * ({@code MAVEN_OPTS=-Xmx4g} where the default is less) and of disk.
 */
public final class ImportBench {

    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 5;
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
                Connection connection = server.dataSource().getConnection();
                AnnotationConfigApplicationContext rooms =
                        Rooms.open(new SingleConnectionDataSource(connection, true), new String[] {"banking"})) {
            BankBook book = rooms.getBean(BankBook.class);
            JdbcClient jdbc = JdbcClient.create(server.dataSource());
            enter(book, transactions, ROWS);
            byte[] rows = copyOut(connection);
            System.out.printf(Locale.ROOT, "%,d rows, %,d bytes as binary COPY%n", ROWS, rows.length);
            System.out.println("seconds: wall (CPU of thread + CPU of backend)");
            System.out.println("round | plain COPY | first import | again");
            List<Round> rounds = new ArrayList<>();
            long backend = connection.unwrap(PGConnection.class).getBackendPID();
            for (int number = 1; number <= ROUNDS; number++) {
                empty(jdbc);
                Spent plain = Spent.on(backend, () -> copyIn(connection, rows));
                empty(jdbc);
                Spent first = Spent.on(backend, () -> enter(book, transactions, ROWS));
                checkpoint(jdbc);
                Spent again = Spent.on(backend, () -> enter(book, transactions, 0));
                rounds.add(new Round(plain, first, again));
                System.out.printf(Locale.ROOT, "%d | %s | %s | %s%n", number, shown(plain), shown(first), shown(again));
            }
            told(rounds, "wall", Spent::wall);
            told(rounds, "CPU", Spent::cpu);
        }
    }

    private record Round(Spent plain, Spent first, Spent again) {}

    private static String shown(Spent spent) {
        return String.format(Locale.ROOT, "%.2f (%.2f + %.2f)", spent.wall(), spent.thread(), spent.backend());
    }

    private static void told(List<Round> rounds, String by, ToDoubleFunction<Spent> measure) {
        Spread toCopy = Spread.of(rounds, r -> measure.applyAsDouble(r.plain()) / measure.applyAsDouble(r.first()));
        Spread again = Spread.of(rounds, r -> measure.applyAsDouble(r.first()) / measure.applyAsDouble(r.again()));
        System.out.println("by " + by + ", median: rate of the first import " + toCopy + " of plain COPY; again "
                + again + " times as fast as first");
    }

    private static Void enter(BankBook book, List<BankTransaction> transactions, long expected) {
        ImportSummary summary = book.enter(transactions, SOURCE);
        if (summary.entered() != expected) {
            throw new IllegalStateException("entered " + summary.entered() + ", not " + expected);
        }
        return null;
    }

    private static byte[] copyOut(Connection connection) throws Exception {
        ByteArrayOutputStream rows = new ByteArrayOutputStream(1 << 28);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY " + COLUMNS + " TO STDOUT (FORMAT binary)", rows);
        return rows.toByteArray();
    }

    private static Void copyIn(Connection connection, byte[] rows) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + COLUMNS + " FROM STDIN (FORMAT binary)");
        for (int from = 0; from < rows.length; from += 1 << 16) {
            copy.writeToCopy(rows, from, Math.min(1 << 16, rows.length - from));
        }
        copy.endCopy();
        return null;
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
