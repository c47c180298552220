package io.recoup.intake.reading;

/**
 * One record as it stands in a delivery.
 *
 * @param line first line of it, from 1
 * @param locator where besides the line, e.g. {@code [3]} for the third of an array; empty when the line says it all
 * @param text as it came; of a CSV the header line and the row's own
 * @param fault why it cannot be read at all; null when it can be tried
 * @param remedy what to do about the fault; null without one
 */
public record RawRecord(long line, String locator, String text, String fault, String remedy) {

    public static RawRecord of(long line, String locator, String text) {
        return new RawRecord(line, locator, text, null, null);
    }

    public static RawRecord broken(long line, String locator, String text, String fault, String remedy) {
        return new RawRecord(line, locator, text, fault, remedy);
    }
}
