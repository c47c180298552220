package io.recoup.reconciliation.generator;

import io.recoup.reconciliation.generator.Rates.Banks;
import io.recoup.reconciliation.generator.Rates.Documents;
import io.recoup.reconciliation.generator.Rates.Others;
import io.recoup.reconciliation.generator.Rates.Society;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * The three worlds that can be generated. All rates stand here; they are assumptions, and {@code src/docs/generate.md}
 * tells them. Whoever changes one raises {@link #VERSION}, because the same seed then gives other bytes.
 */
public enum Regime {
    /** Payers use the references that we print: at least 80 % of all credits carry one. */
    STRUCTURED,
    /** Business customers of every kind. */
    MIXED,
    /** Few references, equal amounts, bundles, shared payers. */
    HARD;

    /** Of the rates and of everything else that decides which bytes a seed gives. */
    public static final int VERSION = 2;

    /** Shares are fractions of 1; sizes are counts. What they mean stands in {@link Rates}. */
    static final RateTable FIGURES = new RateTable("""
            groups             0.03  0.06  0.12
            shared-payers      0.02  0.05  0.16
            known-accounts     0.60  0.60  0.45
            renamed            0.03  0.07  0.12
            private-payers     0.01  0.02  0.05
            credits-per-unit   6     6     7
            skew               0.8   0.8   0.8
            references         1.0   0.55  0.25
            orders             0.15  0.35  0.35
            unpaid             1.0   1.0   1.2
            together           0.05  0.20  0.30
            changed-letters    0.3   0.6   0.7
            charged            0.2   0.4   0.5
            converted          0.2   0.2   0.2
            returned           0.004 0.004 0.004
            outgoing           0.05  0.05  0.05
            others             0.07  0.12  0.12
            """);

    static final RateTable PRICING = new RateTable("""
            price-list         35    40    60
            usage              50    45    15
            rent               15    15    25
            """);

    static final RateTable HABITS = new RateTable("""
            singles            93    77    60
            pay-run            2     16    26
            oldest-first       0     1     3
            standing-order     5     6     11
            """);

    static final RateTable DEEDS = new RateTable("""
            single             76    54    44
            bundle             0.5   9     16
            discount           3     7     7
            late-discount      0.3   1     1.5
            partial            1     2.5   3.5
            split              0.5   1     1.5
            instalment         1     1.5   2
            netted             0.3   2.5   4
            deduction          0.3   1     1.5
            overpaid           0.5   1     1
            on-account         0.2   0.7   1
            dunning-fee        0.7   1.5   1.5
            reminded           0.3   1.5   2
            twins              0.2   0.5   1
            double-payment     6     3.5   3.5
            settled-before     9     5.5   5.5
            prepaid            0.4   1.5   2
            misdirected        0.4   1.5   2
            """);

    static final RateTable WORDINGS = new RateTable("""
            issued-reference   95.5  45    10
            issued-typo        0.8   0.7   0
            named              2.6   36    24
            cut                0.3   8     14
            typo               0.1   2     4
            transposed         0     1     2
            ocr                0     1     2
            order-number       0.1   4     6
            customer-number    0.2   4     10
            stale-reference    0     1     3
            no-reference       0.4   8     30
            """);

    static final RateTable LISTINGS = new RateTable("""
            list               70    40    20
            list-ends          10    15    15
            range              5     8     8
            list-glued         0     4     7
            and-others         5     8     12
            advice             5     15    18
            no-list            5     10    20
            """);

    static final RateTable OTHERS = new RateTable("""
            equal-amount       20    28    34
            foreign-number     12    26    26
            foreign-reference  34    5     2
            refund             4     6     6
            tax                4     6     5
            card               10    14    12
            private            10    10    10
            interest           6     5     5
            """);

    Rates rates() {
        return new Rates(
                new Society(
                        figure("groups"),
                        figure("shared-payers"),
                        figure("known-accounts"),
                        figure("renamed"),
                        figure("private-payers"),
                        (int) figure("credits-per-unit"),
                        figure("skew")),
                new Documents(
                        figure("references"),
                        figure("orders"),
                        figure("unpaid"),
                        figure("together"),
                        PRICING.odds(this, named(Pricing.values(), Regime::code)),
                        terms()),
                HABITS.odds(this, named(Unit.Habit.values(), Regime::code)),
                DEEDS.odds(this, named(Deed.values(), deed -> deed.code)),
                WORDINGS.odds(this, named(Wording.values(), wording -> wording.code)),
                LISTINGS.odds(this, named(Listing.values(), listing -> listing.code)),
                banks(),
                new Others(figure("others"), OTHERS.odds(this, named(Deed.values(), deed -> deed.code))));
    }

    private double figure(String name) {
        return FIGURES.figure(this, name);
    }

    private static <T> Function<String, T> named(T[] all, Function<T, String> code) {
        return name -> Arrays.stream(all)
                .filter(one -> code.apply(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is named " + name));
    }

    /** {@code PRICE_LIST} is {@code price-list} to people. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same in every regime: 76 % net, else two percent in ten days and the like. */
    private static Odds<Terms> terms() {
        return Odds.of(Terms.net(14), 30)
                .or(Terms.net(30), 30)
                .or(Terms.net(10), 8)
                .or(Terms.net(45), 4)
                .or(Terms.net(60), 4)
                .or(Terms.net(30).less(2, 10), 12)
                .or(Terms.net(30).less(3, 8), 4)
                .or(Terms.net(30).less(3, 10).less(2, 20), 5)
                .or(Terms.net(60).less(4, 8).less(3, 14).less(2, 30), 3);
    }

    private Banks banks() {
        double changed = figure("changed-letters");
        return new Banks(
                Odds.of(Script.AS_WRITTEN, 1 - changed)
                        .or(Script.TWO_LETTERS, changed * 0.35)
                        .or(Script.ONE_LETTER, changed * 0.2)
                        .or(Script.CAPITALS, changed * 0.35)
                        .or(Script.QUESTION_MARKS, changed * 0.05)
                        .or(Script.DOUBLE_ENCODED, changed * 0.05),
                Odds.of(140, 55).or(27, 15).or(35, 20).or(70, 10),
                Odds.of(70, 60).or(27, 20).or(35, 20),
                figure("charged"),
                figure("converted"),
                figure("returned"),
                figure("outgoing"));
    }
}
