package io.recoup.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Up to three days of each month, as a company sends its reminders on the 5th, the 20th and the last day. A day that a
 * month lacks is its last day; two that fall together are one.
 *
 * @param days 1 to 31, or {@value #LAST} for the last day of the month; one to three of them, none twice
 */
public record SendDays(List<Integer> days) {

    public static final int MOST = 3;

    private static final int LAST = 32;
    private static final String LAST_WRITTEN = "last";

    /** @throws IllegalArgumentException if there are none, more than three, one twice, or one that no month has */
    public SendDays {
        days = List.copyOf(days);
        if (days.isEmpty() || days.size() > MOST) {
            throw new IllegalArgumentException("state one to three send days, not " + days.size());
        }
        if (days.stream().distinct().count() < days.size()) {
            throw new IllegalArgumentException("a send day is there twice");
        }
        if (days.stream().anyMatch(day -> day < 1 || day > LAST)) {
            throw new IllegalArgumentException("send days are 1 to 31 or 'last': " + days);
        }
    }

    /**
     * @param written {@code 1} to {@code 31} or {@code last}
     * @throws IllegalArgumentException as the constructor, or if an entry is something else
     */
    public static SendDays parse(List<String> written) {
        List<Integer> days = new ArrayList<>();
        for (String day : written) {
            days.add(day(day.strip()));
        }
        return new SendDays(days);
    }

    private static int day(String written) {
        if (written.equals(LAST_WRITTEN)) {
            return LAST;
        }
        if (!written.matches("[1-9]|[12][0-9]|3[01]")) {
            throw new IllegalArgumentException("'" + written + "' is no send day: state 1 to 31 or 'last'");
        }
        return Integer.parseInt(written);
    }

    public boolean includes(LocalDate day) {
        return days.stream().anyMatch(stated -> Math.min(stated, day.lengthOfMonth()) == day.getDayOfMonth());
    }

    /** The first send day that is not before {@code day}: within that month or the next. */
    public LocalDate nextOnOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!includes(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** As written: {@code 5, 20, last} */
    @Override
    public String toString() {
        return days.stream()
                .map(day -> day == LAST ? LAST_WRITTEN : day.toString())
                .collect(Collectors.joining(", "));
    }
}
