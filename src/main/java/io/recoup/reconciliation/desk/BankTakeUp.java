package io.recoup.reconciliation.desk;

import static java.util.stream.Collectors.toSet;

import io.recoup.banking.BankTransaction;
import io.recoup.banking.Direction;
import io.recoup.banking.EntryStatus;
import io.recoup.banking.NewTransactions;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.Ledger.Incoming;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.receivables.ReceiptId;
import io.recoup.receivables.RefusedEntry;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.OpenBookingStore;
import io.recoup.reconciliation.store.Reversals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.SavepointManager;

/** Turns booked bank credits into receipts, and bookings that take money back into reversals of them. */
@Component
class BankTakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(BankTakeUp.class);

    private final NewTransactions bank;
    private final Ledger ledger;
    private final Accounts accounts;
    private final DueReceipts due;
    private final Reversals reversals;
    private final OpenBookingStore open;

    BankTakeUp(
            NewTransactions bank,
            Ledger ledger,
            Accounts accounts,
            DueReceipts due,
            Reversals reversals,
            OpenBookingStore open) {
        this.bank = bank;
        this.ledger = ledger;
        this.accounts = accounts;
        this.due = due;
        this.reversals = reversals;
        this.open = open;
    }

    /** @return how many transactions were taken up */
    int next(int limit, LocalDate today) {
        List<NewTransactions.Entered> batch = bank.takeUp(limit);
        take(batch, today);
        return batch.size();
    }

    /** As {@link #next} of a single one; where it cannot be taken up, it is left to a person and keeps nothing waiting. */
    int nextOrLeave(LocalDate today, SavepointManager transaction) {
        List<NewTransactions.Entered> batch = bank.takeUp(1);
        batch.forEach(one -> takeOrLeave(one, today, transaction));
        return batch.size();
    }

    void takeOrLeave(NewTransactions.Entered one, LocalDate today, SavepointManager transaction) {
        Object untouched = transaction.createSavepoint();
        try {
            take(List.of(one), today);
        } catch (TransientDataAccessException | DataAccessResourceFailureException | RefusedEntry passing) {
            throw passing;
        } catch (RuntimeException failed) {
            LOG.error("bank transaction {} cannot be taken up; it is left to a person", one.id(), failed);
            transaction.rollbackToSavepoint(untouched);
            open.leave(one.id(), "failed", reason(failed));
        }
    }

    private static String reason(RuntimeException failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return why.lines().findFirst().orElse("");
    }

    /** @param batch in the order they were entered */
    private void take(List<NewTransactions.Entered> batch, LocalDate today) {
        Map<String, DebtorId> payers = payers(batch);
        // in one order, before anything else is locked
        ledger.lock(payers.values(), List.of(), List.of());
        List<NewTransactions.Entered> credits = new ArrayList<>();
        for (NewTransactions.Entered entered : batch) {
            BankTransaction booking = entered.transaction();
            if (booking.status() != EntryStatus.BOOKED || booking.amount().isZero()) {
                continue;
            }
            if (booking.reversal()) {
                // it may mean one of those before it
                receive(credits, payers, today);
                credits.clear();
                takeBack(entered, today);
            } else if (booking.direction() == Direction.CREDIT) {
                credits.add(entered);
            }
        }
        receive(credits, payers, today);
    }

    private Map<String, DebtorId> payers(List<NewTransactions.Entered> batch) {
        Map<String, DebtorId> payers = new HashMap<>();
        accounts.debtorsWithAccounts(batch.stream()
                        .map(entered -> entered.transaction().counterparty().account())
                        .filter(Objects::nonNull)
                        .collect(toSet()))
                .forEach((account, owners) -> {
                    if (owners.size() == 1) {
                        payers.put(account, owners.get(0));
                    }
                });
        return payers;
    }

    private void receive(List<NewTransactions.Entered> credits, Map<String, DebtorId> payers, LocalDate today) {
        if (credits.isEmpty()) {
            return;
        }
        List<ReceiptId> receipts = ledger.receive(
                credits.stream()
                        .map(entered -> incoming(entered, payers, today))
                        .toList(),
                today);
        Map<Long, List<String>> unexplained = new HashMap<>();
        for (int i = 0; i < credits.size(); i++) {
            if (credits.get(i).transaction().balancing()) {
                unexplained.put(receipts.get(i).value(), List.of());
            }
        }
        if (!unexplained.isEmpty()) {
            // what nobody explained is for a person alone: nothing wakes it
            due.watch(unexplained);
        }
    }

    private static Incoming incoming(NewTransactions.Entered entered, Map<String, DebtorId> payers, LocalDate today) {
        BankTransaction booking = entered.transaction();
        String account = booking.counterparty().account();
        return new Incoming(
                new ReceiptEntry(
                        "transfer",
                        "bank:" + entered.id(),
                        entered.id(),
                        payers.get(account),
                        booking.amount(),
                        booking.bookedOn() == null ? today : booking.bookedOn(),
                        booking.counterparty().name(),
                        account,
                        booking.reference(),
                        booking.remittance(),
                        booking.endToEndId(),
                        booking.balancing() ? "the parts of this bank booking do not add up to its total" : null),
                Cause.bank("transaction:" + entered.id(), null));
    }

    /** Money leaves again: what it had paid is open again. An unknown original is left to a person. */
    private void takeBack(NewTransactions.Entered entered, LocalDate today) {
        BankTransaction booking = entered.transaction();
        if (booking.direction() == Direction.CREDIT) {
            return;
        }
        List<Long> originals = reversals.originals(booking);
        if (originals.size() == 1) {
            takeBack(
                    entered.id(),
                    new ReceiptId(originals.get(0)),
                    Cause.bank("transaction:" + entered.id(), "the bank took the money back"),
                    today);
            return;
        }
        boolean several = originals.size() > 1;
        open.leave(entered.id(), several ? "several" : "none", several ? String.valueOf(originals.size()) : null);
    }

    /** Money of this receipt left again by a booking. */
    void takeBack(long booking, ReceiptId receipt, Cause cause, LocalDate today) {
        ledger.reverse(receipt, "bank:" + booking, cause, today);
        due.withdraw(receipt.value());
    }
}
