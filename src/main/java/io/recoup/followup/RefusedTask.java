package io.recoup.followup;

import io.recoup.refusal.Refused;

/** What was asked of a task or entered in the contact log is not possible: says why and what to do instead. */
public class RefusedTask extends Refused {

    private static final long serialVersionUID = 1L;

    /** Each has its words in {@code refusals_<language>.properties}. */
    public enum Why implements Refused.Why {
        NO_TASK,
        CLOSED,
        NOTHING_LEFT,
        NO_REASON,
        NO_WORDS,
        TOO_LONG,
        DUE_BEFORE,
        REMARK_LENGTH,
        NEXT_BEFORE,
        PROMISE_OUTCOME,
        PROMISE_BEFORE,
        PROMISE_DAY,
        PROMISE_NOT_POSITIVE;

        @Override
        public String room() {
            return "task";
        }
    }

    public RefusedTask(Why why, Object... args) {
        super(why, args);
    }
}
