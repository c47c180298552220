package io.recoup.banking;

import io.recoup.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one {@code Bal} says, gathered while it is read. Used again for the next one. */
final class CamtBalance {

    final CamtAmount amount = new CamtAmount();

    /** Code of the standard, such as {@code OPBD}. */
    @Nullable
    String kind;

    @Nullable
    Direction sign;

    @Nullable
    LocalDate day;

    void clear() {
        amount.clear();
        kind = null;
        sign = null;
        day = null;
    }

    /** Only asked for where there is one. Without a sign it is a credit: banks that omit it print only what they owe. */
    Money signed() {
        return new Money(sign == Direction.DEBIT ? -amount.minor : amount.minor, amount.currency());
    }
}
