package io.recoup.dunning.pack;

import java.util.Locale;

/** Whom the law protects differently; {@code ANY} = not known, or either. */
public enum DebtorType {
    CONSUMER,
    BUSINESS,
    ANY;

    /** @throws IllegalArgumentException unless it is {@code consumer}, {@code business} or {@code any} */
    public static DebtorType parse(String written) {
        for (DebtorType type : values()) {
            if (type.toString().equals(written)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no debtor type '" + written + "'");
    }

    /** Whether what is said of one may concern the other: what is not known may be either. */
    boolean concerns(DebtorType other) {
        return this == other || this == ANY || other == ANY;
    }

    /** As written in files: {@code consumer} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
