package io.recoup.reconciliation.match;

import java.util.Locale;

/** Kinds of evidence whose errors are counted apart. */
public record Stratum(Naming naming, Amount amount, Party party) {

    /** How the text names what is paid. */
    public enum Naming {
        REFERENCE,
        NUMBER,
        NUMBERS,
        WEAK,
        NONE;

        /** Whether what is paid is named in full: by reference or by whole numbers. */
        public boolean isInFull() {
            return switch (this) {
                case REFERENCE, NUMBER, NUMBERS -> true;
                case WEAK, NONE -> false;
            };
        }
    }

    /** How the amount fits. */
    public enum Amount {
        EXACT,
        /** The same, of several equal items of the debtor that nothing tells apart. */
        EQUAL,
        DISCOUNT,
        /** A discount taken after its day: only a person can grant it. */
        LATE_DISCOUNT,
        TOLERANCE,
        BUNDLE,
        PARTIAL,
        OVER
    }

    /** What is known of the payer. */
    public enum Party {
        ACCOUNT,
        NAME,
        UNKNOWN,
        CONTRADICTING
    }

    /** How many kinds there are. */
    static final int COUNT = Naming.values().length * Amount.values().length * Party.values().length;

    private static final int AMOUNTS = Amount.values().length;
    private static final int PARTIES = Party.values().length;

    /** Its place among all kinds. */
    int ordinal() {
        return (naming.ordinal() * AMOUNTS + amount.ordinal()) * PARTIES + party.ordinal();
    }

    @Override
    public String toString() {
        return (naming + "/" + amount + "/" + party).toLowerCase(Locale.ROOT);
    }

    public static Stratum of(String text) {
        String[] parts = text.toUpperCase(Locale.ROOT).split("/", -1);
        return new Stratum(Naming.valueOf(parts[0]), Amount.valueOf(parts[1]), Party.valueOf(parts[2]));
    }
}
