package io.recoup.dunning.policy;

/** Nothing can be decided: there is no usable policy. */
public class NoPolicy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoPolicy(String message) {
        super(message);
    }
}
