package io.recoup.dunning;

import io.recoup.dunning.plan.Reason;
import io.recoup.refusal.Refused;

/** A letter that cannot be kept, sent or withdrawn; nothing has changed. */
public class LetterRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private enum Why implements Refused.Why {
        /** In the words of the reason. */
        REASON;

        @Override
        public String room() {
            return "letter";
        }
    }

    public LetterRefused(Reason reason) {
        super(Why.REASON, reason);
    }
}
