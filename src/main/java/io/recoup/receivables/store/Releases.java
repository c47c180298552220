package io.recoup.receivables.store;

import static java.util.stream.Collectors.toSet;

import io.recoup.receivables.Cause;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Gives money back to its receipt, or a credit note's part back to the note, when an item no longer takes it. */
@Repository
class Releases {

    /** What was forgiven goes before money does. */
    private static final List<String> KINDS =
            List.of("small_difference", "discount_granted", "allocated", "netted", "credit_used", "written_off");

    private final PostingStore postings;
    private final Movements movements;
    private final ReceiptStore receipts;
    private final ItemStore items;

    Releases(PostingStore postings, Movements movements, ReceiptStore receipts, ItemStore items) {
        this.postings = postings;
        this.movements = movements;
        this.receipts = receipts;
        this.items = items;
    }

    /** Takes {@code amount} out of what paid the item, latest first; a posting only partly concerned is made anew. */
    void release(ItemStore.Row item, long amount, Cause cause, LocalDate on) {
        long left = amount;
        if (left > 0) {
            // what of them is applied elsewhere meanwhile counts as well
            receipts.lock(postings.standing(item.id(), "allocated").stream()
                    .map(PostingStore.Row::receiptId)
                    .collect(toSet()));
        }
        for (String kind : KINDS) {
            for (PostingStore.Row posting : postings.standing(item.id(), kind)) {
                if (left == 0) {
                    return;
                }
                movements.reverse(posting, cause, on);
                long kept = Math.max(0, posting.amountMinor() - left);
                left -= posting.amountMinor() - kept;
                if (kept > 0) {
                    again(posting, item, kept, cause, on);
                }
                if (kind.equals("allocated")) {
                    receipts.refreshWaiting(
                            posting.receiptId(), "left over: document " + item.number() + " was reduced or cancelled");
                }
            }
        }
    }

    private void again(PostingStore.Row posting, ItemStore.Row item, long kept, Cause cause, LocalDate on) {
        switch (posting.kind()) {
            case "allocated" -> movements.post(List.of(Movement.allocated(item, posting.receiptId(), kept, cause)), on);
            case "netted" ->
                movements.post(
                        Movement.netted(items.get(posting.creditItemId()), item, posting.receiptId(), kept, cause), on);
            case "credit_used" ->
                movements.post(
                        Movement.netted(item, items.get(posting.creditItemId()), posting.receiptId(), kept, cause), on);
            case "discount_granted", "small_difference" ->
                movements.post(List.of(Movement.forgiven(posting.kind(), item, posting.receiptId(), kept, cause)), on);
            default -> movements.post(posting.kind(), item, kept, cause, on);
        }
    }
}
