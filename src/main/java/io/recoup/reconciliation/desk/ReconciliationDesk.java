package io.recoup.reconciliation.desk;

import io.recoup.outbox.Outbox;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.ReceiptId;
import io.recoup.receivables.WaitingReceipt;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes up what the bank brought, and looks again at what waits whenever an invoice came or reopened since. */
@Service
public class ReconciliationDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationDesk.class);
    private static final int BATCH = 200;
    private static final String SUBSCRIBER = "reconciliation";

    private final BankTakeUp takeUp;
    private final Allocator allocator;
    private final Accounts accounts;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    ReconciliationDesk(
            BankTakeUp takeUp, Allocator allocator, Accounts accounts, Outbox outbox, TransactionTemplate transaction) {
        this.takeUp = takeUp;
        this.allocator = allocator;
        this.accounts = accounts;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /**
     * @param taken bank transactions taken up
     * @param allocated receipts that now pay something
     */
    public record Outcome(int taken, int allocated) {}

    /** Works until nothing is left to look at; running it again changes nothing. */
    public Outcome run(LocalDate today) {
        int taken = 0;
        int allocated = 0;
        Outcome batch;
        do {
            batch = transaction.execute(status -> takeUp.next(BATCH, today));
            taken += batch.taken();
            allocated += batch.allocated();
        } while (batch.taken() > 0);
        if (somethingNewToPay()) {
            allocated += lookAgain(today);
        }
        if (taken + allocated > 0) {
            LOG.info("reconciled: {} bank transactions taken up, {} receipts allocated", taken, allocated);
        }
        return new Outcome(taken, allocated);
    }

    private boolean somethingNewToPay() {
        boolean any = false;
        int read;
        do {
            read = transaction.execute(
                    status -> outbox.take(SUBSCRIBER, List.of("ItemEntered", "ItemReopened", "ItemChanged"), 1_000)
                            .size());
            any |= read > 0;
        } while (read > 0);
        return any;
    }

    private int lookAgain(LocalDate today) {
        int allocated = 0;
        ReceiptId last = new ReceiptId(0);
        List<WaitingReceipt> page;
        while (!(page = accounts.waiting(last, BATCH)).isEmpty()) {
            for (WaitingReceipt receipt : page) {
                if (Boolean.TRUE.equals(transaction.execute(status -> allocator.allocate(receipt, today)))) {
                    allocated++;
                }
            }
            last = page.get(page.size() - 1).id();
        }
        return allocated;
    }
}
