package io.recoup.agency;

import io.recoup.refusal.Refused;

/** What was asked of a referral or a case is not possible: the message says why and what to do instead. */
public class RefusedCommand extends Refused {

    private static final long serialVersionUID = 1L;

    /** Each has its words in {@code refusals_<language>.properties}. */
    public enum Why implements Refused.Why {
        NO_AGENCY,
        ITEM_HELD,
        NO_REFERRAL,
        DECIDED,
        NO_CASE,
        NOTHING_TO_RECALL,
        NOTHING_WAITS,
        NOT_SUBMITTING,
        FACT_NOT_ASIDE;

        @Override
        public String room() {
            return "agency";
        }
    }

    public RefusedCommand(Why why, Object... args) {
        super(why, args);
    }
}
