package io.recoup.dunning;

import io.recoup.refusal.Refused;

/** What was asked of a run or of a letter is not possible; says why. */
public class RunRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Each has its words in {@code refusals_<language>.properties}. */
    public enum Why implements Refused.Why {
        OLDER,
        REPLACED,
        NO_LETTER,
        NOT_WAITING,
        NO_DRAFT,
        NOT_SENT_AGAIN,
        UNDER_WAY,
        TOLD_LATER,
        NOT_UNKNOWN;

        @Override
        public String room() {
            return "run";
        }
    }

    public RunRefused(Why why, Object... args) {
        super(why, args);
    }
}
