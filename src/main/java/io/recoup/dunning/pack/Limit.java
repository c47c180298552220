package io.recoup.dunning.pack;

import io.recoup.calendar.ContactWindow;
import io.recoup.money.Money;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that a pack can limit or grant, by the name of its field. */
public enum Limit {
    CONTACT_HOURS("contactHours", ContactWindow.class, "local hours such as 08:00-20:00", WrittenLimits::hours),
    CONTACT_DAYS("contactDays", ContactWindow.class, "days such as mon-sat or mon, wed, fri", WrittenLimits::days),
    EXCLUDE_HOLIDAYS("excludeHolidays", ContactWindow.class, "true or false", WrittenLimits::holidays),
    MAX_CONTACTS("maxContacts", ContactCap.class, "contacts in days, such as 2 in 7", ContactCap::parse),
    MIN_GAP_DAYS("minGapDays", Integer.class, "days, 0 to 3650", WrittenLimits::number),
    MIN_DAYS_BEFORE_FIRST("minDaysBeforeFirst", Integer.class, "days, 0 to 3650", WrittenLimits::number),
    FREE_NOTICES("freeNotices", Integer.class, "a number of letters, 0 to 3650", WrittenLimits::number),
    FEE_AFTER_DAYS("feeAfterDays", Integer.class, "days past due, 0 to 3650", WrittenLimits::number),
    FEE_SCALE("feeScale", FeeScale.class, null, null),
    MAX_FEE("maxFee", Money.class, "an amount such as 2.50 EUR", WrittenLimits::amount),
    INTEREST("interest", InterestRule.class, null, null),
    FIXED_SUM("fixedSum", FixedSum.class, null, null),
    MIN_DAYS_BEFORE_REFERRAL("minDaysBeforeReferral", Integer.class, "days past due, 0 to 3650", WrittenLimits::number),
    REQUIRED_TEXT("requiredText", RequiredText.class, null, null),
    FORBIDDEN_PHRASES("forbiddenPhrases", ForbiddenPhrase.class, null, null),
    RETENTION_DAYS("retentionDays", Integer.class, "days, 0 to 36500", WrittenLimits::retention);

    private final String field;
    private final Class<?> type;
    private final String expected;
    private final Function<String, ?> reader;

    Limit(String field, Class<?> type, String expected, Function<String, ?> reader) {
        this.field = field;
        this.type = type;
        this.expected = expected;
        this.reader = reader;
    }

    /** @throws IllegalArgumentException if there is no such field */
    public static Limit named(String field) {
        return Arrays.stream(values())
                .filter(limit -> limit.field.equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown limit '" + field + "': known are "
                        + Arrays.stream(values()).map(Limit::field).collect(Collectors.joining(", "))));
    }

    public String field() {
        return field;
    }

    /** What a statement of this limit holds. */
    public Class<?> type() {
        return type;
    }

    /** Whether a value fits on one line. */
    boolean isOneLine() {
        return reader != null;
    }

    /** Grants to the creditor; all others bind him. */
    boolean isClaim() {
        return this == INTEREST || this == FIXED_SUM;
    }

    String expected() {
        return expected;
    }

    /** @throws IllegalArgumentException if it is not what is {@link #expected} */
    Object read(String written) {
        return reader.apply(written);
    }
}
