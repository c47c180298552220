package io.recoup.agency;

/** An agency's report or payment cannot be entered: the message names the case, the value and the remedy. */
public class RefusedNews extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedNews(String message) {
        super(message);
    }
}
