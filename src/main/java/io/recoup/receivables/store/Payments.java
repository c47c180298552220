package io.recoup.receivables.store;

import io.recoup.receivables.Cause;
import io.recoup.receivables.RefusedEntry;
import io.recoup.receivables.RefusedEntry.Why;
import io.recoup.refusal.Refused.Word;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** How what receipts pay is taken back, and receipts themselves. Debtors are locked first, then the receipt. */
@Repository
class Payments {

    private static final List<String> UNDONE_BY_HAND =
            List.of("allocated", "netted", "written_off", "discount_granted", "small_difference");

    private final ReceiptStore receipts;
    private final ItemStore items;
    private final PostingStore postings;
    private final Movements movements;
    private final DebtorStore debtors;

    Payments(ReceiptStore receipts, ItemStore items, PostingStore postings, Movements movements, DebtorStore debtors) {
        this.receipts = receipts;
        this.items = items;
        this.postings = postings;
        this.movements = movements;
        this.debtors = debtors;
    }

    void undo(long posting, Cause cause, LocalDate on) {
        PostingStore.Row original = postings.find(posting).orElseThrow(() -> new RefusedEntry(Why.NO_POSTING));
        if (original.itemId() == null || !UNDONE_BY_HAND.contains(original.kind())) {
            throw new RefusedEntry(Why.NOT_BY_HAND, Word.of("event.", original.kind()));
        }
        debtors.lock(List.of(items.get(original.itemId()).debtorId()));
        if (original.receiptId() != null) {
            receipts.lock(original.receiptId());
        }
        PostingStore.Row now = postings.find(posting).orElseThrow();
        if (now.reversed() || now.reverses() != null) {
            throw new RefusedEntry(Why.UNDONE_ALREADY);
        }
        movements.reverse(now, cause, on);
        if (now.receiptId() != null) {
            postings.paidBy(now.receiptId()).stream()
                    .filter(beside -> beside.itemId().equals(now.itemId()))
                    .filter(beside -> !beside.kind().equals("allocated"))
                    .forEach(beside -> movements.reverse(beside, cause, on));
            receipts.refreshWaiting(now.receiptId(), undoneBy(cause));
        }
    }

    void undoAll(long receipt, Cause cause, LocalDate on) {
        List<Long> concerned = receipts.debtorsPaidBy(receipt);
        debtors.lock(concerned);
        receipts.lock(receipt);
        refuseNewDebtors(receipt, concerned);
        List<PostingStore.Row> paid = postings.paidBy(receipt);
        if (paid.isEmpty()) {
            throw new RefusedEntry(Why.PAYS_NOTHING);
        }
        paid.forEach(posting -> movements.reverse(posting, cause, on));
        receipts.refreshWaiting(receipt, undoneBy(cause));
    }

    private static String undoneBy(Cause cause) {
        return "undone by " + cause.name() + (cause.reason() == null ? "" : ": " + cause.reason());
    }

    private void refuseNewDebtors(long receipt, List<Long> locked) {
        if (!locked.containsAll(receipts.debtorsPaidBy(receipt))) {
            throw new RefusedEntry(Why.ALLOCATED_NOW);
        }
    }

    void reverse(long receipt, String reversedBy, Cause cause, LocalDate on) {
        List<Long> concerned = receipts.debtorsPaidBy(receipt);
        debtors.lock(concerned);
        ReceiptStore.Row money = receipts.lock(receipt);
        if (money.reversedBy() != null) {
            return;
        }
        refuseNewDebtors(receipt, concerned);
        postings.paidBy(receipt).forEach(posting -> movements.reverse(posting, cause, on));
        postings.post(
                postings.receivedOf(receipt).stream()
                        .map(received -> PostingStore.opposite(received, cause))
                        .toList(),
                on);
        receipts.reversedBy(receipt, reversedBy);
    }
}
