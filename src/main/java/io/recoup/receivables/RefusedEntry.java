package io.recoup.receivables;

/** The ledger will not take this: the message names field, value and remedy. */
public class RefusedEntry extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedEntry(String message) {
        super(message);
    }
}
