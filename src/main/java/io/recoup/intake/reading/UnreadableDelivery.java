package io.recoup.intake.reading;

/** Nothing of a delivery, or nothing from some point on, can be read. What came before that point stays. */
public final class UnreadableDelivery extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String remedy;

    /** @param line from 1; 0 = the delivery as a whole */
    public UnreadableDelivery(long line, String reason, String remedy) {
        super(reason);
        this.line = line;
        this.remedy = remedy;
    }

    public long line() {
        return line;
    }

    public String remedy() {
        return remedy;
    }
}
