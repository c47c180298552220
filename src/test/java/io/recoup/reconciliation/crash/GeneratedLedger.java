package io.recoup.reconciliation.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.banking.BankBook;
import io.recoup.banking.BankTransaction;
import io.recoup.intake.contract.InvoiceReader;
import io.recoup.intake.contract.TransactionReader;
import io.recoup.receivables.Cause;
import io.recoup.receivables.Ledger;
import io.recoup.reconciliation.generator.Generation;
import io.recoup.reconciliation.generator.Regime;
import io.recoup.testing.ContractFields;
import io.recoup.testing.Rooms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Generated debtors, open items and movements of the account in the books, nothing of them looked at yet. */
public final class GeneratedLedger {

    /** The last day on which a payment is booked. */
    public static final LocalDate UNTIL = LocalDate.parse("2026-06-30");

    private static final int AT_ONCE = 500;

    private GeneratedLedger() {}

    /** The mixed regime: numbers, references, bundles, discounts, double payments, strangers. */
    public static void enter(DataSource database, int payments, long seed) throws IOException {
        Path folder = Files.createTempDirectory("recoup-crash-world-");
        try {
            new Generation(Regime.MIXED, payments, seed, Generation.Format.JSON, UNTIL).into(folder);
            enter(database, folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void enter(DataSource database, Path folder) throws IOException {
        JdbcClient jdbc = JdbcClient.create(database);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        try (var rooms = Rooms.open(database, new String[] {"receivables", "outbox", "banking"})) {
            Ledger ledger = rooms.getBean(Ledger.class);
            BankBook bank = rooms.getBean(BankBook.class);
            inBatches(
                    jdbc,
                    lines(folder, "debtors.jsonl"),
                    some -> transaction.executeWithoutResult(
                            status -> some.forEach(debtor -> ledger.enter(InvoiceReader.customer(debtor)))));
            inBatches(
                    jdbc,
                    lines(folder, "open-items.jsonl"),
                    some -> transaction.executeWithoutResult(status ->
                            some.forEach(item -> ledger.enter(InvoiceReader.invoice(item), Cause.inbox(1), UNTIL))));
            List<BankTransaction> movements = lines(folder, "transactions.jsonl").stream()
                    .map(TransactionReader::transaction)
                    .toList();
            // several deliveries, so that replicas can take them up beside each other
            for (int from = 0; from < movements.size(); from += AT_ONCE / 5) {
                bank.enter(
                        movements.subList(from, Math.min(movements.size(), from + AT_ONCE / 5)),
                        new BankBook.Source("delivery " + from, null, null));
            }
        }
    }

    private interface Batch {
        void enter(List<JsonNode> some);
    }

    private static void inBatches(JdbcClient database, List<JsonNode> all, Batch batch) {
        int known = AT_ONCE;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            batch.enter(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            if (from >= known) {
                // an index is used once it is known how much it saves
                database.sql("ANALYZE").update();
                known *= 4;
            }
        }
    }

    private static List<JsonNode> lines(Path folder, String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .map(ContractFields::json)
                .toList();
    }
}
