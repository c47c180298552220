package io.recoup.dunning.pack;

import io.recoup.calendar.ContactWindow;
import io.recoup.money.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Limits as people write them on one line; each throws IllegalArgumentException for what it cannot read. */
final class WrittenLimits {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int LONGEST_DAYS = 3_650;
    private static final int LONGEST_RETENTION_DAYS = 36_500;

    private WrittenLimits() {}

    /** {@code 08:00-20:00}; the day ends at {@code 24:00}. */
    static ContactWindow hours(String written) {
        if (!written.matches("([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)")) {
            throw new IllegalArgumentException("not hours");
        }
        String until = written.substring(6);
        ContactWindow always = ContactWindow.ALWAYS;
        return new ContactWindow(
                LocalTime.parse(written.substring(0, 5)),
                until.equals("24:00") ? LocalTime.MIDNIGHT : notMidnight(LocalTime.parse(until)),
                always.days(),
                false);
    }

    /** {@code mon-sat}, or single days with commas between. */
    static ContactWindow days(String written) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : written.split(",")) {
            String[] ends = part.strip().split("-", 2);
            DayOfWeek first = day(ends[0]);
            DayOfWeek last = day(ends[ends.length - 1]);
            if (last.compareTo(first) < 0) {
                throw new IllegalArgumentException("'" + part.strip() + "' runs over the end of the week");
            }
            days.addAll(EnumSet.range(first, last));
        }
        ContactWindow always = ContactWindow.ALWAYS;
        return new ContactWindow(always.from(), always.until(), days, false);
    }

    static ContactWindow holidays(String written) {
        ContactWindow always = ContactWindow.ALWAYS;
        return new ContactWindow(always.from(), always.until(), always.days(), truth(written));
    }

    static boolean truth(String written) {
        if (!written.matches("true|false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.parseBoolean(written);
    }

    static Integer number(String written) {
        return number(written, LONGEST_DAYS);
    }

    static Integer retention(String written) {
        return number(written, LONGEST_RETENTION_DAYS);
    }

    /** {@code 2.50 EUR} */
    static Money amount(String written) {
        String[] parts = written.split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException("not an amount with its currency");
        }
        Money amount = Money.parse(parts[0], parts[1]);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("negative");
        }
        return amount;
    }

    static BigDecimal decimal(String written) {
        if (!written.matches("-?\\d{1,4}([.]\\d{1,6})?")) {
            throw new IllegalArgumentException("not a decimal");
        }
        return new BigDecimal(written);
    }

    private static Integer number(String written, int most) {
        if (!written.matches("\\d{1,6}") || Integer.parseInt(written) > most) {
            throw new IllegalArgumentException("not a number from 0 to " + most);
        }
        return Integer.valueOf(written);
    }

    private static DayOfWeek day(String written) {
        int position = DAYS.indexOf(written.strip());
        if (position < 0) {
            throw new IllegalArgumentException("'" + written + "' is no day of the week");
        }
        return DayOfWeek.of(position + 1);
    }

    private static LocalTime notMidnight(LocalTime until) {
        if (until.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("the end of the day is 24:00");
        }
        return until;
    }
}
