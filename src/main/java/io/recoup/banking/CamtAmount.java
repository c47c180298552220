package io.recoup.banking;

import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One amount as written, which may turn out never to be needed: what is wrong with it is kept, with its place, until
 * somebody asks for it.
 */
final class CamtAmount {

    long minor;

    /** Null where there is no amount, or one in a currency nobody knows. */
    @Nullable
    Currency currency;

    /** Why {@link #minor} cannot be used, or null. */
    @Nullable
    String problem;

    int line;
    int column;

    void clear() {
        currency = null;
        problem = null;
    }

    void set(CamtText text, CamtCurrency code) {
        problem = null;
        currency = null;
        try {
            currency = code.read();
            minor = text.minor(currency);
        } catch (IllegalArgumentException unreadable) {
            problem = unreadable.getMessage();
        }
    }

    /** Only asked for where there is one. */
    Currency currency() {
        return Objects.requireNonNull(currency, "currency");
    }
}
