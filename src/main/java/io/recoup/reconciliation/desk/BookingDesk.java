package io.recoup.reconciliation.desk;

import io.recoup.banking.BankTransaction;
import io.recoup.banking.Direction;
import io.recoup.banking.NewTransactions;
import io.recoup.receivables.Cause;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.OpenBookings;
import io.recoup.reconciliation.RefusedReview;
import io.recoup.reconciliation.RefusedReview.Why;
import io.recoup.reconciliation.store.OpenBookingStore;
import io.recoup.reconciliation.store.Reversals;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class BookingDesk implements OpenBookings {

    private static final int MOST_MEANT = 10;

    private final NewTransactions bank;
    private final OpenBookingStore open;
    private final Reversals reversals;
    private final BankTakeUp takeUp;
    private final TransactionTemplate transaction;

    BookingDesk(
            NewTransactions bank,
            OpenBookingStore open,
            Reversals reversals,
            BankTakeUp takeUp,
            TransactionTemplate transaction) {
        this.bank = bank;
        this.open = open;
        this.reversals = reversals;
        this.takeUp = takeUp;
        this.transaction = transaction;
    }

    @Override
    public List<OpenBooking> waiting(int limit) {
        return open.waiting(limit).stream()
                .map(row -> told(bank.known(row.transaction()), row))
                .toList();
    }

    private OpenBooking told(NewTransactions.Entered entered, OpenBookingStore.Row row) {
        BankTransaction booking = entered.transaction();
        boolean left = booking.direction() == Direction.DEBIT;
        return new OpenBooking(
                entered.id(),
                left ? booking.amount().negated() : booking.amount(),
                booking.bookedOn(),
                booking.counterparty().name(),
                booking.counterparty().account(),
                booking.reference(),
                booking.remittance(),
                row.why(),
                row.detail(),
                left ? reversals.ofTheAmount(booking, MOST_MEANT) : List.of());
    }

    @Override
    public void takesBack(long booking, ReceiptId receipt, String by, LocalDate day) {
        transaction.executeWithoutResult(status -> {
            lock(booking);
            BankTransaction known = bank.known(booking).transaction();
            boolean mayMean = known.direction() == Direction.DEBIT
                    && reversals.ofTheAmount(known, Integer.MAX_VALUE).stream()
                            .anyMatch(one -> one.receipt().equals(receipt));
            if (!mayMean) {
                throw new RefusedReview(Why.OTHER_AMOUNT);
            }
            takeUp.takeBack(booking, receipt, Cause.user(by, "the bank took the money back"), day);
            open.resolve(booking, by, "takes receipt " + receipt.value() + " back");
        });
    }

    @Override
    public boolean again(long booking, LocalDate day) {
        return transaction.execute(status -> {
            lock(booking);
            open.resolve(booking, "recoup", "tried again");
            takeUp.takeOrLeave(bank.known(booking), day, status);
            return open.lock(booking).isEmpty();
        });
    }

    @Override
    public void settle(long booking, String by, String why) {
        if (why.isBlank()) {
            throw new RefusedReview(Why.NO_REASON);
        }
        transaction.executeWithoutResult(status -> {
            lock(booking);
            open.resolve(booking, by, why.strip());
        });
    }

    private OpenBookingStore.Row lock(long booking) {
        return open.lock(booking).orElseThrow(() -> new RefusedReview(Why.BOOKING_NOT_OPEN));
    }
}
