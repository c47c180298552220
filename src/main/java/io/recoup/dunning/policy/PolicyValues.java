package io.recoup.dunning.policy;

import io.recoup.dunning.file.YamlFields;
import io.recoup.money.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Values that several parts of a policy file state in the same way. */
final class PolicyValues {

    private static final String AN_AMOUNT = "an amount with its currency, such as 5.00 EUR";

    private static final List<String> SHORT = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String WEEKDAYS = "(?i)(mon|tue|wed|thu|fri|sat|sun)-(mon|tue|wed|thu|fri|sat|sun)";

    private PolicyValues() {}

    static Money amount(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException("not an amount with its currency");
        }
        return Money.parse(parts[0], parts[1]);
    }

    /** One amount per currency: {@code 5.00 EUR} or a list of such. */
    static Map<String, Money> amounts(YamlFields block, String field) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        for (String text : block.words(field)) {
            try {
                Money amount = amount(text);
                if (amount.isNegative()) {
                    throw new IllegalArgumentException("below zero");
                }
                if (amounts.put(amount.currencyCode(), amount) != null) {
                    block.problem(field, "'" + field + "' states " + amount.currencyCode() + " twice", "remove one");
                }
            } catch (IllegalArgumentException unreadable) {
                block.problem(
                        field,
                        "'" + field + "' is '" + text + "': " + unreadable.getMessage(),
                        "state " + AN_AMOUNT + ", or a list of them");
            }
        }
        return amounts;
    }

    static LocalDate day(YamlFields block, String field) {
        return block.has(field) ? block.required(field, "a day such as 2025-03-31", LocalDate::parse, null) : null;
    }

    /** @return null when the field is absent or faulty */
    static BigDecimal percent(YamlFields block, String field, String text) {
        String number = text.replace("%", "").strip();
        if (!number.matches("\\d{1,3}([.]\\d{1,4})?")) {
            block.problem(field, "'" + field + "' is '" + text + "'", "state a percentage such as 9.50 %");
            return null;
        }
        return new BigDecimal(number);
    }

    static boolean flag(YamlFields block, String field) {
        return block.matching(field, "true|false|yes|no|on|off", "true or false", "false")
                .matches("true|yes|on");
    }

    /** Days of the week from one to another: {@code mon-fri}, {@code sat-tue}. */
    static Set<DayOfWeek> weekdays(YamlFields block, String field, String absent) {
        String text = block.matching(field, WEEKDAYS, "days such as mon-fri, or mon-sun", absent)
                .toLowerCase(Locale.ROOT);
        String[] ends = (text.matches(WEEKDAYS) ? text : absent).split("-");
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        DayOfWeek day = DayOfWeek.of(1 + SHORT.indexOf(ends[0]));
        DayOfWeek last = DayOfWeek.of(1 + SHORT.indexOf(ends[1]));
        while (days.add(day) && day != last) {
            day = day.plus(1);
        }
        return days;
    }

    static Set<String> lowerCase(List<String> texts) {
        Set<String> lower = new TreeSet<>();
        texts.forEach(text -> lower.add(text.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
