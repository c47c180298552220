package io.recoup.receivables.store;

import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.receivables.RefusedEntry;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Money received, what it pays, and how either is taken back. Debtors are locked first, then the receipt. */
@Repository
class Payments {

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

    long receive(ReceiptEntry receipt, Cause cause, LocalDate on) {
        return receipts.insert(receipt)
                .map(id -> {
                    Money amount = receipt.amount();
                    postings.post("received", null, id, null, amount.minor(), amount.currencyCode(), cause, on, null);
                    return id;
                })
                .orElseGet(() -> receipts.byKey(receipt.key()));
    }

    void allocate(long receipt, List<Part> parts, Cause cause, LocalDate on) {
        List<ItemStore.Row> rows =
                parts.stream().map(part -> items.get(part.item().value())).toList();
        if (rows.stream().map(ItemStore.Row::id).distinct().count() < rows.size()) {
            throw new RefusedEntry("an item may be named only once in one allocation");
        }
        debtors.lock(rows.stream().map(ItemStore.Row::debtorId).distinct().toList());
        ReceiptStore.Row money = receipts.lock(receipt);
        // All is checked before anything is posted, so that a refusal leaves the caller's transaction usable.
        long left = postings.unapplied(receipt);
        for (int i = 0; i < parts.size(); i++) {
            check(parts.get(i), rows.get(i), money, left);
            left -= parts.get(i).amount().minor();
        }
        for (int i = 0; i < parts.size(); i++) {
            movements.allocate(rows.get(i), receipt, parts.get(i).amount().minor(), cause, on);
        }
        rows.stream().map(ItemStore.Row::debtorId).distinct().limit(1).forEach(d -> receipts.identify(receipt, d));
        receipts.refreshWaiting(receipt, "left over: " + Money.of(left, money.currency()) + " more than was to pay");
    }

    private void check(Part part, ItemStore.Row item, ReceiptStore.Row money, long leftMinor) {
        String number = item.number();
        if (item.kind().equals("credit_note") || item.moneyless()) {
            throw new RefusedEntry("a payment cannot pay " + item.kind() + " " + number
                    + (item.moneyless() ? "; choose its instalments" : ""));
        }
        if (!part.amount().isPositive()) {
            throw new RefusedEntry("an allocation to " + number + " must be above zero: " + part.amount());
        }
        if (!item.currency().equals(money.currency())
                || !part.amount().currencyCode().equals(money.currency())) {
            throw new RefusedEntry(
                    "the receipt is in " + money.currency() + " but document " + number + " in " + item.currency());
        }
        Money open = Money.of(postings.balance(item.id()).open(), item.currency());
        if (part.amount().exceeds(open)) {
            throw new RefusedEntry("document " + number + " has only " + open + " open, not " + part.amount());
        }
        Money left = Money.of(leftMinor, money.currency());
        if (part.amount().exceeds(left)) {
            throw new RefusedEntry("the receipt has only " + left + " left, not " + part.amount());
        }
    }

    void undo(long posting, Cause cause, LocalDate on) {
        PostingStore.Row original =
                postings.find(posting).orElseThrow(() -> new RefusedEntry("there is no posting " + posting));
        if (original.itemId() == null
                || !List.of("allocated", "netted", "written_off").contains(original.kind())) {
            throw new RefusedEntry("posting " + posting + " (" + original.kind() + ") is not undone by hand");
        }
        debtors.lock(List.of(items.get(original.itemId()).debtorId()));
        if (original.receiptId() != null) {
            receipts.lock(original.receiptId());
        }
        PostingStore.Row now = postings.find(posting).orElseThrow();
        if (now.reversed() || now.reverses() != null) {
            throw new RefusedEntry("posting " + posting + " is undone already");
        }
        movements.reverse(now, cause, on);
        if (now.receiptId() != null) {
            receipts.refreshWaiting(
                    now.receiptId(),
                    "undone by " + cause.name() + (cause.reason() == null ? "" : ": " + cause.reason()));
        }
    }

    void reverse(long receipt, String reversedBy, Cause cause, LocalDate on) {
        List<Long> concerned = receipts.debtorsPaidBy(receipt);
        debtors.lock(concerned);
        ReceiptStore.Row money = receipts.lock(receipt);
        if (money.reversedBy() != null) {
            return;
        }
        if (!concerned.containsAll(receipts.debtorsPaidBy(receipt))) {
            throw new RefusedEntry("receipt " + receipt + " is being allocated at this moment; try again");
        }
        postings.allocationsOf(receipt).forEach(allocation -> movements.reverse(allocation, cause, on));
        postings.receivedOf(receipt).forEach(received -> postings.reverse(received, cause, on));
        receipts.reversedBy(receipt, reversedBy);
    }
}
