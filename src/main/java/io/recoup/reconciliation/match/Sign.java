package io.recoup.reconciliation.match;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What can be told of a decision before anybody knows whether it is right; each in bands, by which it is counted. */
enum Sign {
    /** How the text names the items: {@link Stratum.Naming} in its order. */
    NAMING(0, 1, 2, 3),
    /** How the amount fits: {@link Stratum.Amount} in its order. */
    AMOUNT(0, 1, 2, 3, 4, 5, 6),
    /** What is known of the payer: {@link Stratum.Party} in its order. */
    PARTY(0, 1, 2),
    /** How the best reading stands against the others together, in thousandths of a nat. */
    SCORE(
            -6_000, -4_000, -3_000, -2_000, -1_000, 0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 10_000,
            12_000, 14_000, 17_000),
    /** How far the next best reading of the same debtor is behind, in thousandths of a nat. */
    LEAD(500, 1_000, 2_000, 3_000, 4_000, 6_000, 9_000, 15_000),
    /** The same where the next best reading is another debtor's. */
    LEAD_ON_ANOTHER(500, 1_000, 2_000, 3_000, 4_000, 6_000, 9_000, 15_000),
    /** Digits of the longest number in the text that nothing explains; years and customer numbers aside. */
    UNEXPLAINED(0, 2, 3, 4, 5, 6, 8),
    /** Numbers in the form of ours that are none of ours; three where one has right check digits. */
    STRANGERS(0, 1, 2),
    /** What the payer says it is for: {@link Purpose} in its order. */
    WISH(0, 1, 2, 3, 4, 5),
    /** Open items of the debtor with just this amount. */
    EQUAL(0, 1, 2, 4, 9),
    /** Open items of other debtors with just this amount. */
    EQUAL_OF_OTHERS(0, 1, 3, 10, 40),
    /** Days that the item due first is past due. */
    OVERDUE(-31, -11, -1, 3, 20, 70, 200),
    /** Zeros at the end of the amount in minor units. */
    ROUND(0, 1, 2, 3),
    /** Debtors that pay from the account. */
    OWNERS(0, 1, 3),
    /** Customer or tax numbers in the text. */
    CUSTOMERS(0),
    /** How the set was put together: {@link Reading.Form} in its order. */
    FORM(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    /** Documents named but not paid by it. */
    LEFT_OUT(0, 1),
    /** The weakest naming among its items: 0 all by number or reference, the kinds of {@link WeakNaming}, 9 one is not named. */
    NAMED_BY(0, 4, 5, 6, 7, 8),
    ITEMS(1, 2, 3, 6),
    /** Open items of the debtor. */
    OPEN(1, 3, 10, 40),
    /** Whether the day fits: the term itself. */
    DAY(-6_000, -1_000, -500),
    /** One where the same payer sent the same amount shortly before for what is not sure; two where for nothing we find. */
    TWIN(0, 1),
    /** What days or months the text says: {@link Dated} in its order. */
    DATED(0, 1, 2, 3),
    /** One where the money comes from outside the euro area, so that charges and bad rates may have shortened it. */
    ABROAD(0),
    /** Days between the due dates of the first and the last of its items. */
    SPREAD(0, 3, 9, 20, 60),
    /** Open items of the debtor, due by then, that it leaves out though they are due before the last of its own. */
    SKIPPED(0, 1, 3, 10, 30),
    /** Whether its items bear a printed reference: none; one that the payer used; one that he did not. */
    PRINTED(0, 1),
    /** What the money falls short of what is open: nothing; some sum; a fee as banks charge it; a whole percentage; both. */
    FALLS_SHORT(0, 1, 2, 3),
    /** By how much the name is that of the debtor, in percent; where the account does not tell. */
    LIKENESS(0, 60, 80, 94),
    /** What the money falls short of what is open, in thousandths. */
    SHORT(0, 10, 20, 50, 150, 400, 700),
    /** What it is more than what is open, in thousandths. */
    OVER(0, 5, 20, 50, 150, 500);

    private static final Map<String, Sign> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(Sign::word, sign -> sign));

    private final long[] upTo;

    Sign(long... upTo) {
        this.upTo = upTo;
    }

    int bands() {
        return upTo.length + 1;
    }

    int band(long value) {
        int band = 0;
        while (band < upTo.length && value > upTo[band]) {
            band++;
        }
        return band;
    }

    /** What a band holds, as the table writes it: up to this, or above the last. */
    String bandName(int band) {
        return band < upTo.length ? "up to " + upTo[band] : "above " + upTo[upTo.length - 1];
    }

    /** @throws IllegalArgumentException if no sign is called so */
    static Sign of(String word) {
        Sign sign = BY_WORD.get(word);
        if (sign == null) {
            throw new IllegalArgumentException("no sign is called " + word);
        }
        return sign;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
