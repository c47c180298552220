package io.recoup.dunning.pack;

import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * At most so many contacts in any run of so many calendar days.
 *
 * @param count at least 1
 * @param withinDays at least 1; 7 = any seven days in a row, not a calendar week
 */
public record ContactCap(int count, int withinDays) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4}) in (\\d{1,4})");

    public ContactCap {
        if (count < 1 || withinDays < 1) {
            throw new IllegalArgumentException("a cap allows at least 1 contact in at least 1 day");
        }
    }

    /** @throws IllegalArgumentException unless it reads as {@code 2 in 7} */
    public static ContactCap parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not contacts in days");
        }
        return new ContactCap(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Whether one more contact on {@code day} is allowed after those on {@code earlier} days. */
    public boolean allows(Collection<LocalDate> earlier, LocalDate day) {
        LocalDate first = day.minusDays(withinDays - 1L);
        return earlier.stream()
                        .filter(contact -> !contact.isBefore(first) && !contact.isAfter(day))
                        .count()
                < count;
    }

    /** Whether whatever this allows the other allows too. */
    boolean isAtLeastAsStrictAs(ContactCap other) {
        return count <= other.count && withinDays >= other.withinDays;
    }

    /** {@code 2 in 7} */
    @Override
    public String toString() {
        return count + " in " + withinDays;
    }
}
