package io.recoup.reconciliation;

import io.recoup.receivables.RefusedEntry;
import io.recoup.refusal.Refused;

/** What a person decided about a payment, or about what is trusted, is not possible: says why and what to do instead. */
public class RefusedReview extends RefusedEntry {

    private static final long serialVersionUID = 1L;

    /** Each has its words in {@code refusals_<language>.properties}. */
    public enum Why implements Refused.Why {
        NOTHING_PROPOSED,
        NO_ANSWER_ASKED,
        NO_RECEIPT,
        DOES_NOT_BOUNCE,
        TAKEN_BACK,
        NO_CHEQUE,
        CHEQUE_IS,
        NO_THRESHOLD,
        TOO_FEW_ANSWERS,
        NO_SUCH_KIND,
        NOT_POSITIVE,
        BOOKING_NOT_OPEN,
        OTHER_AMOUNT,
        NO_REASON;

        @Override
        public String room() {
            return "review";
        }
    }

    public RefusedReview(Why why, Object... args) {
        super(why, args);
    }
}
