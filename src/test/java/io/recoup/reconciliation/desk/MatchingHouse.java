package io.recoup.reconciliation.desk;

import io.recoup.banking.BankBook;
import io.recoup.banking.NewTransactions;
import io.recoup.outbox.Outbox;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Ledger;
import io.recoup.reconciliation.OpenBookings;
import io.recoup.reconciliation.ReviewDesk;
import io.recoup.reconciliation.match.Thresholds;
import io.recoup.reconciliation.store.CandidateReader;
import io.recoup.reconciliation.store.Decisions;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.Labels;
import io.recoup.reconciliation.store.News;
import io.recoup.reconciliation.store.OpenBookingStore;
import io.recoup.reconciliation.store.PayerMemory;
import io.recoup.reconciliation.store.Reversals;
import io.recoup.reconciliation.store.ReviewRows;
import io.recoup.reconciliation.store.StratumLevels;
import io.recoup.testing.Rooms;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The room of cash application on a test database, with the rooms it needs. */
final class MatchingHouse {

    final AnnotationConfigApplicationContext rooms;
    final Ledger ledger;
    final Accounts accounts;
    final BankBook bank;
    final DueReceipts due;
    final ReconciliationDesk desk;
    final ReviewDesk reviews;
    final OpenBookings bookings;

    MatchingHouse(DataSource dataSource, TransactionTemplate transaction, ReconciliationSettings settings) {
        this(dataSource, transaction, settings, Thresholds.shipped());
    }

    MatchingHouse(
            DataSource dataSource,
            TransactionTemplate transaction,
            ReconciliationSettings settings,
            Thresholds shipped) {
        rooms = Rooms.open(dataSource, new String[] {"receivables", "outbox", "banking", "reconciliation", "dunning"});
        ledger = get(Ledger.class);
        accounts = get(Accounts.class);
        bank = get(BankBook.class);
        due = get(DueReceipts.class);
        Decisions decisions = get(Decisions.class);
        Labels labels = get(Labels.class);
        PayerMemory memory = get(PayerMemory.class);
        ReviewRows rows = get(ReviewRows.class);
        Trust trust = new Trust(get(StratumLevels.class), labels, due, get(Outbox.class), settings, shipped);
        OpenBookingStore open = get(OpenBookingStore.class);
        BankTakeUp takeUp =
                new BankTakeUp(get(NewTransactions.class), ledger, accounts, due, get(Reversals.class), open);
        bookings = new BookingDesk(get(NewTransactions.class), open, get(Reversals.class), takeUp, transaction);
        desk = new ReconciliationDesk(
                takeUp,
                get(News.class),
                due,
                new Decider(get(CandidateReader.class)),
                new Booker(ledger, decisions, due, labels, memory, rows, get(News.class), new Ends(due), settings),
                trust,
                transaction);
        reviews = new Reviews(
                accounts,
                decisions,
                new Proposals(accounts, rows, due),
                labels,
                rows,
                trust,
                new ManualBooking(ledger, accounts, decisions, due, memory, rows, trust),
                new HandReceipts(ledger, accounts, rows),
                transaction);
    }

    private <T> T get(Class<T> type) {
        return rooms.getBean(type);
    }
}
