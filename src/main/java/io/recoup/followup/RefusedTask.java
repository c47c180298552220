package io.recoup.followup;

/** What was asked of a task is not possible: the message says why and what to do instead. */
public class RefusedTask extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedTask(String message) {
        super(message);
    }
}
