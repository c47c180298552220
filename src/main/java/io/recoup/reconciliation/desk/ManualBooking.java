package io.recoup.reconciliation.desk;

import static java.util.stream.Collectors.toSet;

import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.store.Decisions;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.Labels;
import io.recoup.reconciliation.store.PayerMemory;
import io.recoup.reconciliation.store.ReviewRows;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Books and takes back what a person says, and learns from it. Joins the caller's transaction. */
@Component
class ManualBooking {

    private final Ledger ledger;
    private final Accounts accounts;
    private final Decisions decisions;
    private final DueReceipts due;
    private final PayerMemory memory;
    private final ReviewRows rows;
    private final Trust trust;

    ManualBooking(
            Ledger ledger,
            Accounts accounts,
            Decisions decisions,
            DueReceipts due,
            PayerMemory memory,
            ReviewRows rows,
            Trust trust) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.decisions = decisions;
        this.due = due;
        this.memory = memory;
        this.rows = rows;
        this.trust = trust;
    }

    void book(ReceiptId receipt, List<Part> parts, Cause cause, LocalDate day) {
        ledger.allocate(receipt, parts, cause, day);
        List<ItemId> items = parts.stream().map(Part::item).toList();
        memory.confirm(
                Map.of(
                        receipt.value(),
                        accounts.items(items).stream()
                                .map(item -> item.debtor().value())
                                .collect(toSet())),
                day);
        // what is left of it is decided on anew
        due.withdraw(receipt.value());
    }

    void undo(ReceiptId receipt, Cause cause, LocalDate day) {
        takeBack(receipt, cause.name(), day, () -> ledger.undo(receipt, cause, day));
    }

    void undo(long posting, Cause cause, LocalDate day) {
        Runnable undo = () -> ledger.undo(posting, cause, day);
        Optional<ReceiptId> receipt = accounts.receiptOf(posting);
        if (receipt.isPresent()) {
            takeBack(receipt.get(), cause.name(), day, undo);
        } else {
            undo.run();
        }
    }

    private void takeBack(ReceiptId receipt, String by, LocalDate day, Runnable undo) {
        boolean byRule = rows.isPaidByRule(receipt.value());
        Set<Long> before = rows.debtorsPaidBy(receipt.value());
        undo.run();
        Set<Long> lost = new HashSet<>(before);
        lost.removeAll(rows.debtorsPaidBy(receipt.value()));
        memory.undo(receipt.value(), lost, day);
        if (byRule) {
            decisions
                    .latestAuto(receipt.value())
                    .ifPresent(decision -> trust.label(decision.id(), false, Labels.Source.UNDO, by, day));
        }
        due.withdraw(receipt.value());
    }
}
