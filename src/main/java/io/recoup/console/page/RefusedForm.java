package io.recoup.console.page;

import io.recoup.refusal.Refused;

/** What a form says cannot be carried out as it stands: names the field and what to write instead. */
final class RefusedForm extends Refused {

    private static final long serialVersionUID = 1L;

    /** Each has its words in {@code refusals_<language>.properties}. */
    enum Why implements Refused.Why {
        NO_AMOUNT,
        NOTHING_OPEN,
        RECEIPT_FIELDS,
        AFTER_TODAY,
        SAY_WHY,
        SAY_WHY_BACK,
        SAY_WHY_LETTERS,
        MORE_THAN_LEFT,
        PROPOSAL_CHANGED,
        NOT_AN_AMOUNT,
        TOO_LARGE,
        NOT_A_DAY,
        NOT_AN_HOUR,
        TOO_MANY_LETTERS,
        DEMO_DAYS,
        NOT_TAKEN,
        STILL_WRONG,
        NO_POLICY,
        UNREADABLE;

        @Override
        public String room() {
            return "form";
        }
    }

    RefusedForm(Why why, Object... args) {
        super(why, args);
    }
}
