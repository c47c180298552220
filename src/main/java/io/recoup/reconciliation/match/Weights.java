package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Stratum.Party;

/**
 * What each piece of evidence is worth, as log-odds in thousandths of a nat (693 doubles the odds). Where chance decides
 * what evidence is worth, it is read from the book itself; the rest are these constants.
 */
final class Weights {

    static final int CHECKED_REFERENCE = 16_000;
    static final int GLUED = 1_000;
    static final int PREFIX_DROPPED = 1_500;
    static final int ORDER = 2_500;
    static final int TOLD_BY_ITS_END = 1_500;
    static final int NAMED_BY_A_TWIN = 6_000;
    static final int ASKS_FOR_OLDEST = 7_000;
    static final int END_ALONE = 3_500;
    static final int SERIAL_ALONE = 2_500;
    static final int MISSPELT = 4_000;

    /** Each further document named; the first one counts in full. */
    static final int FURTHER = 4_000;

    static final int MOST_NAMING = 18_000;

    static final int NOT_NAMED_BESIDE_OTHERS = -700;
    static final int NAMED_BUT_LEFT_OUT = -4_000;
    static final int NAMES_WHAT_IS_SETTLED = -6_000;
    static final int NAMES_WHAT_IS_NOT_OURS = -5_000;
    static final int NAMES_MORE_THAN_OURS = -800;
    static final int SAYS_SOMETHING_ELSE = -2_500;

    static final int ISSUED_AFTER = -6_000;
    static final int SAYS_ITS_DAY = 2_000;
    static final int SAYS_ITS_MONTH = 700;
    private static final int VERY_EARLY = -500;
    private static final int VERY_LATE = -1_000;

    /** How likely money that comes in pays something in the book, before anything is looked at: 0.73. */
    private static final int OURS = 1_000;

    private static final int LATE_DAYS = 365;
    private static final int EARLY_DAYS = 60;

    private Weights() {}

    static int nats(double odds) {
        return (int) Math.round(1000 * Math.log(odds));
    }

    /** One item of so many, before anything is looked at. */
    static int prior(int openItems) {
        return OURS - nats(Math.max(1, openItems));
    }

    /** What names an item, whole. @param written the number, reference or order as it is kept */
    static int ofNaming(int kind, String written, boolean glued) {
        if (kind == Numbers.REFERENCE && Numbers.isChecked(written)) {
            return CHECKED_REFERENCE;
        }
        int strength = ofNumber(written) - (glued ? GLUED : 0);
        return switch (kind) {
            case Numbers.DIGITS -> strength - PREFIX_DROPPED;
            case Numbers.ORDER -> strength - ORDER;
            default -> strength;
        };
    }

    /**
     * A document number: how unlikely a stranger's number would hit it. Counts the digits that vary; letters and a year
     * in front make it ours rather than anybody's.
     */
    static int ofNumber(String number) {
        String bare = Fold.squashed(number);
        int end = bare.length();
        while (end > 0 && !Numbers.isDigit(bare.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > 0 && Numbers.isDigit(bare.charAt(from - 1))) {
            from--;
        }
        int digits = end - from;
        boolean year = digits >= 6 && (bare.startsWith("20", from) || bare.startsWith("19", from));
        if (year) {
            digits -= 4;
        }
        boolean more = from > 0;
        int strength = 2_303 * Math.min(digits, 7) - 700 + (more ? 1_000 : 0) + (year ? 500 : 0);
        if (!more && !year && digits <= 6) {
            strength -= 2_500;
        }
        return Math.max(2_000, Math.min(14_000, strength));
    }

    /** How often money comes in with just this amount by chance: amounts people like to round come more often. */
    static double chanceOf(long minor) {
        if (minor % 100_000 == 0) {
            return 1e-2;
        }
        if (minor % 10_000 == 0) {
            return 5e-3;
        }
        if (minor % 1_000 == 0) {
            return 2e-3;
        }
        return minor % 100 == 0 ? 5e-4 : 8e-5;
    }

    /** The same where one item is paid: at least as often as others in the book have the amount. */
    static double chanceOf(long minor, int others, int openItems) {
        return Math.max(chanceOf(minor), (double) others / Math.max(1, openItems));
    }

    static int ofExactAmount(double chance) {
        return nats(0.8 / chance);
    }

    /** Money long after or before the day. @param late days past due */
    static int ofLateness(long late) {
        return late > LATE_DAYS ? VERY_LATE : late < -EARLY_DAYS ? VERY_EARLY : 0;
    }

    /** @param his open items of the debtor */
    static int ofAccount(int openItems, int his, int owners) {
        return nats(share(Party.ACCOUNT) * narrowed(openItems, his) / owners);
    }

    /** How much likelier one of his items became than any. */
    static double narrowed(int openItems, int his) {
        return Math.max(1, (double) openItems / Math.max(1, his));
    }

    /** What a payer of this kind is worth before the number of his items is known. */
    static double share(Party party) {
        return switch (party) {
            case ACCOUNT -> 0.85;
            case NAME -> 0.6;
            case UNKNOWN -> 0.5;
            case CONTRADICTING -> 0.02;
        };
    }
}
