package io.recoup.intake;

import io.recoup.refusal.Refused;

/** What was asked of a quarantined record is not possible; says why. */
public class RefusedReplay extends Refused {

    private static final long serialVersionUID = 1L;

    /** Each has its words in {@code refusals_<language>.properties}. */
    public enum Why implements Refused.Why {
        NO_REASON,
        NOT_OPEN;

        @Override
        public String room() {
            return "quarantine";
        }
    }

    public RefusedReplay(Why why, Object... args) {
        super(why, args);
    }
}
