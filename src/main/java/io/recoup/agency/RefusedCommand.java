package io.recoup.agency;

/** What was asked of a referral or a case is not possible: the message says why and what to do instead. */
public class RefusedCommand extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedCommand(String message) {
        super(message);
    }
}
