package io.recoup.agency;

/** How a case ended; only a closed case has one. */
public enum CaseOutcome {
    PAID,
    PARTIALLY_PAID,
    SETTLED,
    CREDITED,
    RECALLED,
    REJECTED,
    DISPUTED,
    INSOLVENT,
    UNTRACEABLE,
    DECEASED,
    TIME_BARRED,
    UNECONOMICAL,
    EXHAUSTED,
    DUPLICATE,
    PAID_BEFORE_HANDOVER,
    OTHER;

    /**
     * Whether our own reminders may go on for what is still open. After every other outcome (insolvent, settled for a
     * part, disputed, …) a reminder would be wrong until a person has looked, so the hold stays.
     */
    public boolean freesItems() {
        return switch (this) {
            case PAID, CREDITED, RECALLED, REJECTED, PAID_BEFORE_HANDOVER -> true;
            case PARTIALLY_PAID,
                    SETTLED,
                    DISPUTED,
                    INSOLVENT,
                    UNTRACEABLE,
                    DECEASED,
                    TIME_BARRED,
                    UNECONOMICAL,
                    EXHAUSTED,
                    DUPLICATE,
                    OTHER -> false;
        };
    }
}
