package io.recoup.reconciliation;

import io.recoup.money.Money;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptId;
import io.recoup.receivables.RefusedEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cash application as persons do it: look at what waits with its proposals, accept or choose, undo, enter receipts, check
 * a sample of what was booked unasked, and say how far each kind of evidence is trusted. Each call is one transaction;
 * {@link RefusedEntry} says what to do instead and leaves everything as it was.
 */
public interface ReviewDesk {

    /** Receipts that wait, oldest first; call again with the last one until the list is empty. */
    List<Proposal> waiting(ReceiptId after, int limit);

    /** A receipt, waiting or not, with the newest decision on it. */
    Optional<Proposal> proposal(ReceiptId receipt);

    /** Books the proposal as it stands. */
    void accept(ReceiptId receipt, String by, LocalDate day);

    /** Books something else than the proposal: other items, other amounts, a part now and the rest later. */
    void choose(ReceiptId receipt, List<Part> parts, String by, @Nullable String why, LocalDate day);

    /** Takes back all that the receipt pays, whoever booked it. No rule gives it back to the same items. */
    void undo(ReceiptId receipt, String by, @Nullable String why, LocalDate day);

    /** Takes one posting back, and what was forgiven or netted beside it. */
    void undoPosting(long posting, String by, @Nullable String why, LocalDate day);

    /**
     * Open items, due first, of which everything that is asked is true; nothing asked, nothing found.
     *
     * @param number document number or its digits, separators do not count
     * @param debtor words of the debtor's name, or the customer number
     * @param amount just what is open
     */
    List<OpenItem> search(@Nullable String number, @Nullable String debtor, @Nullable Money amount, int limit);

    /** @return the receipt; the one entered before where the key is known */
    ReceiptId enter(HandReceipt receipt, String by, LocalDate day);

    /** The bank has paid a deposited cheque. */
    void clear(ReceiptId cheque, String by, LocalDate day);

    /** A cheque bounced, a direct debit or card payment came back: what it paid is open again. */
    void bounce(ReceiptId receipt, String by, String why, LocalDate day);

    /** Automatic matches drawn at random and not yet checked, oldest first. */
    List<Proposal> audits(int limit);

    /** @param decision as {@link Proposal.Best#decision} of {@link #audits} */
    void answer(long decision, boolean correct, String by, LocalDate day);

    /** Every kind of evidence, what is known of it and how far it is trusted. */
    List<StratumState> strata();

    /**
     * Sets how far a kind of evidence is trusted; what waits of it is looked at again.
     *
     * @param to review, strict or shipped
     * @throws RefusedEntry if {@code shipped} is asked for and the answers do not allow it yet
     */
    void move(String stratum, String to, String by, String why, LocalDate day);
}
