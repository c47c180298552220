package io.recoup.banking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The text of one element at a time, in a buffer that is used again, and what it says. */
final class CamtText {

    /** Longer text than any field of the standard has is cut off by the parser's own limit long before. */
    private char[] chars = new char[1024];

    private int from;
    private int to;

    private int lastDay;
    private @Nullable LocalDate lastDate;

    /**
     * Reads from the start tag the parser stands on to its end tag, through comments, CDATA and child elements
     * ({@code Sts} holds its code directly or in {@code Cd}); blanks around it are left out.
     */
    void read(XMLStreamReader xml) throws XMLStreamException {
        int length = 0;
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int more = xml.getTextLength();
                    if (length + more > chars.length) {
                        chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
                    }
                    System.arraycopy(xml.getTextCharacters(), xml.getTextStart(), chars, length, more);
                    length += more;
                }
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // a comment or processing instruction says nothing
                }
            }
        }
        from = 0;
        to = length;
        while (from < to && chars[from] <= ' ') {
            from++;
        }
        while (to > from && chars[to - 1] <= ' ') {
            to--;
        }
    }

    boolean is(String other) {
        int length = other.length();
        if (to - from != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (chars[from + i] != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text, or null where it is empty or only says that there is none. */
    @Nullable
    String value() {
        return from == to || is("NOTPROVIDED") ? null : new String(chars, from, to - from);
    }

    /** As {@link #value}, but the same string again where the text is the same: what repeats in a file is kept once. */
    @Nullable
    String value(@Nullable String likely) {
        return likely != null && is(likely) ? likely : value();
    }

    /** An account number without the blanks that some banks print between its groups. */
    @Nullable
    String compact(@Nullable String likely) {
        if (likely != null && is(likely)) {
            return likely;
        }
        for (int i = from; i < to; i++) {
            if (chars[i] <= ' ') {
                String value = new String(chars, from, to - from);
                return value.replaceAll("\\s+", "");
            }
        }
        return value();
    }

    /**
     * The day of a date or of a date with time, as the bank wrote it: its time zone is not applied, because the bank
     * books by its own calendar.
     *
     * @throws IllegalArgumentException if it is no ISO date
     */
    @Nullable
    LocalDate day() {
        if (from == to) {
            return null;
        }
        int day = 0;
        for (int i = 0; i < 10; i++) {
            char c = from + i < to ? chars[from + i] : '?';
            boolean dash = i == 4 || i == 7;
            if (dash ? c != '-' : c < '0' || c > '9') {
                throw new IllegalArgumentException("not a date (expected e.g. 2026-03-09): '" + this + "'");
            }
            day = dash ? day : day * 10 + (c - '0');
        }
        if (day != lastDay || lastDate == null) {
            try {
                lastDate = LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
            } catch (DateTimeException noSuchDay) {
                throw new IllegalArgumentException("no such day: '" + this + "'", noSuchDay);
            }
            lastDay = day;
        }
        return lastDate;
    }

    /** @throws IllegalArgumentException as {@link DecimalText#minor} */
    long minor(Currency currency) {
        return DecimalText.minor(chars, from, to, currency);
    }

    /** @throws IllegalArgumentException if it is neither {@code CRDT} nor {@code DBIT} */
    Direction direction() {
        if (is("CRDT")) {
            return Direction.CREDIT;
        }
        if (is("DBIT")) {
            return Direction.DEBIT;
        }
        throw new IllegalArgumentException("neither CRDT nor DBIT: '" + this + "'");
    }

    /** @throws IllegalArgumentException if the standard does not know it */
    EntryStatus status() {
        if (is("BOOK")) {
            return EntryStatus.BOOKED;
        }
        if (is("PDNG") || is("FUTR")) {
            return EntryStatus.PENDING;
        }
        if (is("INFO")) {
            return EntryStatus.INFO;
        }
        throw new IllegalArgumentException("unknown entry status (expected BOOK, PDNG, FUTR or INFO): '" + this + "'");
    }

    boolean isTrue() {
        return is("true") || is("1");
    }

    /** For messages: the text, at most 60 characters of it. */
    @Override
    public String toString() {
        return new String(chars, from, Math.min(to - from, 60));
    }
}
