package io.recoup.reconciliation.desk;

import io.recoup.reconciliation.desk.Booker.Booked;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.DueReceipts.Claim;
import io.recoup.reconciliation.store.News;
import io.recoup.reconciliation.store.PendingReceipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes up what the bank brought, and looks again at those waiting receipts that a new, changed or reopened item can
 * affect. Receipts are decided on and booked some hundred at a time.
 */
@Service
public class ReconciliationDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationDesk.class);
    /** The more are decided on together, the seldomer the same debtors' items are read. */
    static final int BATCH = 500;

    private static final int MOST_NEWS = 1_000;

    private final BankTakeUp takeUp;
    private final News news;
    private final DueReceipts due;
    private final Decider decider;
    private final Booker booker;
    private final Trust trust;
    private final TransactionTemplate transaction;

    ReconciliationDesk(
            BankTakeUp takeUp,
            News news,
            DueReceipts due,
            Decider decider,
            Booker booker,
            Trust trust,
            TransactionTemplate transaction) {
        this.takeUp = takeUp;
        this.news = news;
        this.due = due;
        this.decider = decider;
        this.booker = booker;
        this.trust = trust;
        this.transaction = transaction;
    }

    /**
     * @param taken bank transactions taken up
     * @param looked how many times a receipt was decided on
     * @param allocated receipts that now pay something
     */
    public record Outcome(int taken, int looked, int allocated) {}

    /** Works until nothing is left to look at; running it again changes nothing. */
    public Outcome run(LocalDate today) {
        int taken = takeUp(today);
        Outcome looked = lookWhileSomethingIsNew(today);
        if (taken + looked.looked() > 0) {
            LOG.info(
                    "reconciled: {} bank transactions taken up, {} receipts looked at, {} allocated",
                    taken,
                    looked.looked(),
                    looked.allocated());
        }
        return new Outcome(taken, looked.looked(), looked.allocated());
    }

    /** What is booked may teach whose account it came from, which others have waited for. */
    private Outcome lookWhileSomethingIsNew(LocalDate today) {
        int looked = 0;
        int allocated = 0;
        Outcome round;
        do {
            hearNews();
            transaction.execute(status -> due.addUnseen());
            round = look(today);
            looked += round.looked();
            allocated += round.allocated();
        } while (round.allocated() > 0);
        return new Outcome(0, looked, allocated);
    }

    /**
     * Where some cannot be taken up together, fewer are tried, down to one alone, which never holds a debtor for whom another
     * waits while it waits for that other itself.
     */
    private int takeUp(LocalDate today) {
        int taken = 0;
        int limit = BATCH;
        while (true) {
            int many = limit;
            try {
                int batch = transaction.execute(
                        status -> many > 1 ? takeUp.next(many, today) : takeUp.nextOrLeave(today, status));
                if (batch == 0) {
                    return taken;
                }
                taken += batch;
                limit = Math.min(BATCH, 2 * limit);
            } catch (CannotCreateTransactionException | DataAccessResourceFailureException noDatabase) {
                throw noDatabase;
            } catch (RuntimeException failed) {
                if (limit == 1) {
                    throw failed;
                }
                limit = Math.max(1, limit / 8);
            }
        }
    }

    private void hearNews() {
        int read;
        do {
            read = transaction.execute(status -> {
                News.Read next = news.next(MOST_NEWS);
                if (!next.keys().isEmpty()) {
                    due.addWatching(next.keys());
                }
                return next.facts();
            });
        } while (read > 0);
    }

    private Outcome look(LocalDate today) {
        int looked = 0;
        int allocated = 0;
        Claim claim;
        while (!(claim = claim()).receipts().isEmpty()) {
            Claim mine = claim;
            List<PendingReceipt> receipts = due.read(mine.receipts());
            List<Long> gone = new ArrayList<>(mine.receipts());
            receipts.forEach(receipt -> gone.remove(receipt.id()));
            if (!gone.isEmpty()) {
                transaction.executeWithoutResult(status -> due.done(mine, gone));
            }
            if (receipts.isEmpty()) {
                continue;
            }
            Rulebook rules = trust.rules();
            List<Verdict> verdicts = decide(receipts, rules, today);
            looked += verdicts.size();
            allocated += book(verdicts, mine, rules, today);
        }
        return new Outcome(0, looked, allocated);
    }

    private Claim claim() {
        return transaction.execute(status -> due.claim(BATCH, news.heard()));
    }

    /** Together; one by one where one of them costs the others their decision. */
    private List<Verdict> decide(List<PendingReceipt> receipts, Rulebook rules, LocalDate today) {
        try {
            return decider.decide(receipts, rules, today);
        } catch (RuntimeException oneOfThem) {
            if (receipts.size() == 1) {
                LOG.error(
                        "receipt {} cannot be decided on; tried again later",
                        receipts.get(0).id(),
                        oneOfThem);
                return List.of();
            }
            List<Verdict> verdicts = new ArrayList<>();
            receipts.forEach(receipt -> verdicts.addAll(decide(List.of(receipt), rules, today)));
            return verdicts;
        }
    }

    /** All in one transaction; where that fails, each half in one of its own. @return how many now pay something */
    private int book(List<Verdict> verdicts, Claim claim, Rulebook rules, LocalDate today) {
        if (verdicts.isEmpty()) {
            return 0;
        }
        try {
            Booked booked = transaction.execute(status -> booker.book(verdicts, claim, rules.name(), today));
            booked.lost()
                    .forEach(receipt -> LOG.debug(
                            "receipt {} was taken over while it was decided on; the decision is void", receipt));
            return booked.allocated();
        } catch (CannotCreateTransactionException noDatabase) {
            throw noDatabase;
        } catch (RuntimeException failed) {
            if (verdicts.size() > 1) {
                int half = verdicts.size() / 2;
                return book(verdicts.subList(0, half), claim, rules, today)
                        + book(verdicts.subList(half, verdicts.size()), claim, rules, today);
            }
            giveUp(verdicts.get(0).receipt().id(), claim, failed);
            return 0;
        }
    }

    private void giveUp(long receipt, Claim claim, RuntimeException failed) {
        if (failed instanceof PessimisticLockingFailureException) {
            // the other one went on: it can be tried again at once
            transaction.executeWithoutResult(status -> due.release(claim, List.of(receipt)));
        } else {
            // its lease ends by itself, then it is tried again
            LOG.error("receipt {} was not booked; tried again later", receipt, failed);
        }
    }
}
