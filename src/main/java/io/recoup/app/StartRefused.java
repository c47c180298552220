package io.recoup.app;

/** recoup does not start with these settings. */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param reason what is wrong, with the setting's name
     * @param remedy what to do, with an example
     */
    public StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public StartRefused(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
