package io.recoup.reconciliation.desk;

import io.recoup.banking.NewTransactions;
import io.recoup.bench.Spent;
import io.recoup.outbox.Outbox;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Ledger;
import io.recoup.reconciliation.desk.ReconciliationDesk.Outcome;
import io.recoup.reconciliation.match.Thresholds;
import io.recoup.reconciliation.store.CandidateReader;
import io.recoup.reconciliation.store.Decisions;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.DueReceipts.Claim;
import io.recoup.reconciliation.store.Labels;
import io.recoup.reconciliation.store.News;
import io.recoup.reconciliation.store.OpenBookingStore;
import io.recoup.reconciliation.store.PayerMemory;
import io.recoup.reconciliation.store.PendingReceipt;
import io.recoup.reconciliation.store.Reversals;
import io.recoup.reconciliation.store.ReviewRows;
import io.recoup.reconciliation.store.StratumLevels;
import io.recoup.reconciliation.store.TimedReader;
import io.recoup.testing.Rooms;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** A desk with the real beans of its rooms that keeps how long it was at what. The commit counts to what it commits. */
public final class StagedDesk implements AutoCloseable {

    /** What a desk does. */
    public enum Stage {
        TAKE_UP,
        CLAIM,
        READ,
        DECIDE,
        BOOK
    }

    private static final Spent NOTHING = new Spent(0, 0, 0);

    private final AnnotationConfigApplicationContext rooms;
    private final long postmaster;
    private final ReconciliationDesk desk;
    private final Map<Stage, Spent> spent = new EnumMap<>(Stage.class);
    private Stage inside;

    public StagedDesk(DataSource database, long postmaster, ReconciliationSettings settings) {
        this.postmaster = postmaster;
        rooms = Rooms.open(database, new String[] {"receivables", "outbox", "banking", "reconciliation", "dunning"});
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database)) {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return staged(() -> super.execute(action));
            }
        };
        DueReceipts due = get(DueReceipts.class);
        Labels labels = get(Labels.class);
        Trust trust =
                new Trust(get(StratumLevels.class), labels, due, get(Outbox.class), settings, Thresholds.shipped());
        CandidateReader reader = new TimedReader(rooms, new TimedReader.Watch() {
            @Override
            public <T> T on(Supplier<T> work) {
                return timed(Stage.READ, work);
            }
        });
        desk = new ReconciliationDesk(
                new BankTakeUp(
                        get(NewTransactions.class),
                        get(Ledger.class),
                        get(Accounts.class),
                        due,
                        get(Reversals.class),
                        get(OpenBookingStore.class)) {
                    @Override
                    int next(int limit, LocalDate today) {
                        inside = Stage.TAKE_UP;
                        return super.next(limit, today);
                    }
                },
                get(News.class),
                due,
                new Decider(reader) {
                    @Override
                    List<Verdict> decide(List<PendingReceipt> receipts, Rulebook rules, LocalDate today) {
                        return timed(Stage.DECIDE, () -> super.decide(receipts, rules, today));
                    }
                },
                new Booker(
                        get(Ledger.class),
                        get(Decisions.class),
                        due,
                        labels,
                        get(PayerMemory.class),
                        get(ReviewRows.class),
                        get(News.class),
                        new Ends(due),
                        settings) {
                    @Override
                    Booked book(List<Verdict> verdicts, Claim claim, String thresholds, LocalDate today) {
                        inside = Stage.BOOK;
                        return super.book(verdicts, claim, thresholds, today);
                    }
                },
                trust,
                transaction);
    }

    private <T> T get(Class<T> type) {
        return rooms.getBean(type);
    }

    public Outcome run(LocalDate today) {
        return desk.run(today);
    }

    /** By stage; of reading only what reads candidates. */
    public Map<Stage, Spent> spent() {
        return spent;
    }

    /** What a transaction takes counts to the stage that somebody in it names. */
    private <T> T staged(Supplier<T> work) {
        inside = Stage.CLAIM;
        Spent[] took = new Spent[1];
        try {
            return measured(work, took);
        } finally {
            add(inside, took[0]);
        }
    }

    private <T> T timed(Stage stage, Supplier<T> work) {
        Spent[] took = new Spent[1];
        Spent before = spent.getOrDefault(Stage.READ, NOTHING);
        try {
            return measured(work, took);
        } finally {
            Spent read = spent.getOrDefault(Stage.READ, NOTHING);
            // deciding calls the reading
            add(stage, stage == Stage.READ ? took[0] : took[0].less(read.less(before)));
        }
    }

    private <T> T measured(Supplier<T> work, Spent[] took) {
        Object[] result = new Object[1];
        RuntimeException[] failed = new RuntimeException[1];
        try {
            took[0] = Spent.with(postmaster, () -> {
                try {
                    result[0] = work.get();
                } catch (RuntimeException thrown) {
                    failed[0] = thrown;
                }
                return null;
            });
        } catch (Exception unmeasured) {
            throw new IllegalStateException(unmeasured);
        }
        if (failed[0] != null) {
            throw failed[0];
        }
        @SuppressWarnings("unchecked")
        T answer = (T) result[0];
        return answer;
    }

    private void add(Stage stage, Spent more) {
        spent.merge(stage, more, Spent::plus);
    }

    @Override
    public void close() {
        rooms.close();
    }
}
