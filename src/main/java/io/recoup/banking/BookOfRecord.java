package io.recoup.banking;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a bank count as booked. A bank tells of the same money up to three times: while the day runs
 * (camt.052), in a notification with the parts of a collective entry (camt.054), and in the end-of-day statement
 * (camt.053). Only one of them may pay invoices; what the others say is kept as {@link EntryStatus#ADVICE}.
 *
 * @param messages some of {@code 052}, {@code 053} and {@code 054}, at least one
 */
public record BookOfRecord(Set<String> messages) {

    private static final List<String> KNOWN = List.of("052", "053", "054");
    private static final Pattern CAMT = Pattern.compile("camt\\.(05[234])\\..*");

    /** The end-of-day statement, whose balances prove that nothing is missing or doubled. */
    public static final BookOfRecord STATEMENT = new BookOfRecord(Set.of("053"));

    public BookOfRecord {
        messages = Set.copyOf(messages);
        if (messages.isEmpty() || !KNOWN.containsAll(messages)) {
            throw new IllegalArgumentException("books must be one or more of " + String.join(", ", KNOWN)
                    + ", separated by commas: '" + String.join(",", new TreeSet<>(messages)) + "'");
        }
    }

    /**
     * @param setting such as {@code 054} or {@code 052,053}; absent is {@link #STATEMENT}
     * @throws IllegalArgumentException if it names anything else
     */
    public static BookOfRecord of(@Nullable String setting) {
        if (setting == null) {
            return STATEMENT;
        }
        return new BookOfRecord(
                Set.copyOf(Arrays.stream(setting.split(",")).map(String::strip).toList()));
    }

    /** Whether a booked entry of this format, such as {@code camt.053.001.08}, is booked here. Other formats always are. */
    public boolean holds(String format) {
        Matcher camt = CAMT.matcher(format);
        return !camt.matches() || messages.contains(camt.group(1));
    }
}
