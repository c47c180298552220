package io.recoup.dunning;

import io.recoup.dunning.plan.Reason;

/** A letter that cannot be kept, sent or withdrawn; nothing has changed. */
public class LetterRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public LetterRefused(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
