package io.recoup.receivables;

import static io.recoup.receivables.Entries.debtor;
import static io.recoup.receivables.Entries.eur;
import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.receipt;

import io.recoup.receivables.Ledger.Part;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;

/** Two transactions of which one waits for the other. */
abstract class CrossedLedgerTest extends LedgerTest {

    static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    static final Cause RULE = Cause.rule("reference", "names it");

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterAll
    void close() {
        other.shutdownNow();
    }

    /**
     * @param held what the one transaction does first
     * @param waits what the other one asks for then, and waits
     * @param change what the one does while the other waits, before it commits
     * @return what the other one got
     */
    <T> T crossed(Runnable held, Callable<T> waits, Runnable change) throws Exception {
        Future<T> waiting = transaction.execute(status -> {
            held.run();
            Future<T> asked = other.submit(waits);
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInSameThread()
                    .until(() -> jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                                    .query(Long.class)
                                    .single()
                            > 0);
            change.run();
            return asked;
        });
        try {
            return waiting.get();
        } catch (ExecutionException refused) {
            throw (Exception) refused.getCause();
        }
    }

    /** What another transaction gets that waits for nobody. */
    <T> T meanwhile(Callable<T> asks) {
        try {
            return other.submit(asks).get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void enter(String number, String debtor, String total) {
        InvoiceEntry entry = invoice(number, total);
        ledger.enter(Entries.of(entry, debtor(debtor), null, entry.dueOn()), Cause.inbox(1), TODAY);
    }

    ReceiptId received(String key, String amount) {
        return ledger.receive(receipt(key, amount), Cause.bank("b", null), TODAY);
    }

    Part part(String number, String amount) {
        return new Part(accounts.byNumber(number).get(0).id(), eur(amount));
    }

    String open(String number) {
        return accounts.byNumber(number).get(0).open().toDecimal();
    }

    /** What is left of a receipt; null when nothing is. */
    Long left(ReceiptId money) {
        return jdbc.sql("SELECT left_minor FROM unapplied WHERE receipt_id = :id")
                .param("id", money.value())
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
