package io.recoup.receivables;

import io.recoup.refusal.Refused;

/** The ledger will not take this: the message names document, value and remedy. */
public class RefusedEntry extends Refused {

    private static final long serialVersionUID = 1L;

    /** Each has its words in {@code refusals_<language>.properties}. */
    public enum Why implements Refused.Why {
        NO_RECEIPT,
        NO_DOCUMENT,
        GIVEN_AWAY,
        NO_POSTING,
        NOT_BY_HAND,
        UNDONE_ALREADY,
        PAYS_NOTHING,
        ALLOCATED_NOW,
        NAMED_TWICE,
        CREDIT_NOTES_ALONE,
        HAS_INSTALMENTS,
        CREDIT_TOO_HIGH,
        LESS_LEFT,
        NOTHING_TO_PAY,
        PART_NOT_POSITIVE,
        OTHER_CURRENCY,
        LESS_OPEN;

        @Override
        public String room() {
            return "ledger";
        }
    }

    public RefusedEntry(Why why, Object... args) {
        super(why, args);
    }

    /** For the rooms that post through the ledger and have reasons of their own. */
    protected RefusedEntry(Refused.Why why, Object... args) {
        super(why, args);
    }
}
