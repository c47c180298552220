package io.recoup.receivables;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Every change of what is owed goes through here. Each call joins the caller's transaction or opens its own, takes the
 * locks of the debtors concerned in order, posts, keeps {@code open_item} in step and records its facts.
 */
public interface Ledger {

    /**
     * Enters a document or brings it up to date. What the source holds as paid beyond what we saw is posted as settled
     * elsewhere; when a total falls below what was allocated, the excess returns to unapplied cash.
     *
     * @throws RefusedDocument if the document contradicts itself or the ledger (the message says field and remedy)
     */
    EntryOutcome enter(InvoiceEntry invoice, Cause cause, LocalDate businessDate);

    EntryOutcome enter(DebtorEntry debtor);

    /**
     * Keeps what the policy says of the creditor.
     *
     * @param termDays payment term of documents that state no due date, 1 to 30 days from issue
     * @param zone the zone in which due dates end
     */
    void describe(String name, int termDays, ZoneId zone);

    /**
     * Mail to this address of the debtor is not tried any more, until its source states another. Upper and lower case
     * do not count.
     *
     * @param why in words a collector understands, as the mail server said it
     * @return how many contacts had it and were usable
     */
    int condemn(DebtorId debtor, String email, String why);

    /**
     * The complete list of document ids that a source still holds as open: whatever we hold as open of that source and
     * is not in it was settled elsewhere.
     *
     * @return how many documents were settled by it
     */
    int snapshot(String source, List<String> openSourceIds, Cause cause, LocalDate businessDate);

    /** {@link #receive(List, LocalDate)} of one. */
    ReceiptId receive(ReceiptEntry receipt, Cause cause, LocalDate businessDate);

    /**
     * Books money received; a known key changes nothing. Takes the locks of the debtors that are known.
     *
     * @return the receipt of each, in the order given: of one key always the same
     */
    List<ReceiptId> receive(List<Incoming> receipts, LocalDate businessDate);

    /** Money received, and who says so. */
    record Incoming(ReceiptEntry receipt, Cause cause) {}

    /**
     * {@link #allocate(List, LocalDate)} of one.
     *
     * @throws RefusedEntry if it is refused; nothing is posted then
     */
    void allocate(ReceiptId receipt, List<Part> parts, Cause cause, LocalDate businessDate);

    /**
     * Lets receipts pay items, each all of its items or none, as if one after the other in the order given. A credit note
     * among the parts is used up against the items of its debtor, so that the receipt pays what is left of them.
     *
     * @return those of which nothing was posted, because an item has less open, the receipt has less left, or currencies
     *     differ; they cost the others nothing
     */
    List<Refused> allocate(List<Allocation> allocations, LocalDate businessDate);

    /** @param parts what the receipt pays; at least one */
    record Allocation(ReceiptId receipt, List<Part> parts, Cause cause) {}

    /** @param why with what is wrong in words a collector understands */
    record Refused(Allocation allocation, RefusedEntry why) {}

    /**
     * @param amount what the item gets from the receipt and the credit notes beside it, of a credit note what is used up
     *     of it; above zero
     * @param forgiven what of the item is settled beside that without money; zero or above; together with {@code amount}
     *     at most what the item has open
     * @param as what is forgiven is; null when nothing is
     */
    record Part(ItemId item, Money amount, Money forgiven, Forgiven as) {

        public Part {
            if (forgiven.isNegative() || forgiven.isZero() != (as == null)) {
                throw new IllegalArgumentException("what is forgiven is zero, or above and of a kind: " + forgiven);
            }
        }

        public Part(ItemId item, Money amount) {
            this(item, amount, Money.zero(amount.currency()), null);
        }
    }

    /** Why an item is settled with less money than it has open. */
    enum Forgiven {
        /** An early-payment discount. */
        DISCOUNT("discount_granted"),
        /** Bank charges or rounding within the tolerance. */
        SMALL_DIFFERENCE("small_difference");

        private final String posting;

        Forgiven(String posting) {
            this.posting = posting;
        }

        /** The kind of its postings. */
        public String posting() {
            return posting;
        }
    }

    /** Says why a receipt still waits, if anything of it is left. */
    void leaveWaiting(ReceiptId receipt, String why);

    /** The same of several, each with its reason. */
    void leaveWaiting(Map<ReceiptId, String> why);

    /**
     * Says whose money waiting receipts are, though not yet what they pay: the debtor is not reminded of what it covers.
     * A receipt that pays something already keeps its debtor.
     */
    void attribute(Map<ReceiptId, DebtorId> debtors);

    /**
     * Takes one posting back by its opposite: what it paid is open again and its money unapplied again. What the receipt
     * forgave on the same item, or set credit notes against it, goes with it.
     */
    void undo(long posting, Cause cause, LocalDate businessDate);

    /**
     * Takes back all that the receipt paid, forgave and netted; its money is unapplied again.
     *
     * @throws RefusedEntry if it pays nothing
     */
    void undo(ReceiptId receipt, Cause cause, LocalDate businessDate);

    /** The bank or agency took the money back: undoes all that the receipt paid, then the receipt itself. */
    void reverse(ReceiptId receipt, String reversedBy, Cause cause, LocalDate businessDate);

    /** @return id of the hold */
    long hold(DebtorId debtor, ItemId itemOrNull, InvoiceEntry.HoldEntry hold, String placedBy);

    void release(long hold, String releasedBy);

    /** Takes the debtor's lock for the rest of the transaction: payments and sending exclude each other by it. */
    void lock(DebtorId debtor);

    /**
     * Takes the locks of all these debtors and those of these items, then of all these receipts, for the rest of the
     * transaction: whoever will change much asks for all of it at once, so that no two wait for each other.
     */
    void lock(Collection<DebtorId> debtors, Collection<ItemId> items, Collection<ReceiptId> receipts);
}
