package io.recoup.dunning;

/** A run for that date is not possible; says why. */
public class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunRefused(String message) {
        super(message);
    }
}
