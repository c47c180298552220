package io.recoup.dunning;

/** Nothing can be decided: there is no usable policy. */
public class NoPolicy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoPolicy(String message) {
        super(message);
    }
}
