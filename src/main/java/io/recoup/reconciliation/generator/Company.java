package io.recoup.reconciliation.generator;

import static io.recoup.banking.ReferenceScheme.BETALINGSKENMERK;
import static io.recoup.banking.ReferenceScheme.KID;
import static io.recoup.banking.ReferenceScheme.OCR;
import static io.recoup.banking.ReferenceScheme.OGM;
import static io.recoup.banking.ReferenceScheme.QRR;
import static io.recoup.banking.ReferenceScheme.RF;
import static io.recoup.banking.ReferenceScheme.VIITE;

import io.recoup.banking.ReferenceScheme;

/**
 * A company of ours: it issues documents in one style and one currency and has one account. Their serials clash, for
 * each counts from the beginning.
 */
enum Company {
    NORDWIND(Country.DE, "EUR", RF, NumberStyle.YEARLY, 30),
    HANSE(Country.DE, "EUR", RF, NumberStyle.BRANCH, 12),
    ALPINA(Country.CH, "CHF", QRR, NumberStyle.PLAIN, 14),
    BRABANT(Country.BE, "EUR", OGM, NumberStyle.YEAR_FIRST, 9),
    FJORD(Country.NO, "NOK", KID, NumberStyle.SIX_DIGITS, 6),
    SAIMAA(Country.FI, "EUR", VIITE, NumberStyle.LETTER, 6),
    MALAREN(Country.SE, "SEK", OCR, NumberStyle.YEAR_LAST, 6),
    POLDER(Country.NL, "EUR", BETALINGSKENMERK, NumberStyle.GLUED, 6),
    BRERA(Country.IT, "EUR", RF, NumberStyle.REGISTER, 6),
    WERKSTATT(Country.AT, "EUR", RF, NumberStyle.SHORT, 5);

    private static final Company[] ALL = values();

    /** Percent; one rate for all, for only the odd cents matter here. */
    private static final int TAX = 20;

    final Country country;
    final String currency;
    final ReferenceScheme scheme;
    final NumberStyle style;

    /** Percent of all debtors. */
    final int weight;

    /** Our account, the same in every generated world. */
    final String account;

    Company(Country country, String currency, ReferenceScheme scheme, NumberStyle style, int weight) {
        this.country = country;
        this.currency = currency;
        this.scheme = scheme;
        this.style = style;
        this.weight = weight;
        this.account = country.iban(new Dice(Streams.mix(ordinal() + 1L)));
    }

    static Company drawn(Dice dice) {
        int at = dice.below(100);
        for (Company company : ALL) {
            at -= company.weight;
            if (at < 0) {
                return company;
            }
        }
        return NORDWIND;
    }

    /** A debtor's country: mostly the company's own. */
    Country debtorCountry(Dice dice) {
        if (dice.chance(0.85)) {
            return country;
        }
        Country[] all = Country.values();
        return all[dice.below(all.length)];
    }

    /** The reference it prints on the document with this serial. */
    String reference(long serial) {
        return CheckDigits.reference(scheme, (ordinal() + 1L) * 100_000_000L + serial);
    }

    /** With value added tax, and in kroner about ten times as much. Minor units. */
    long grossOf(long net) {
        long scale = country == Country.NO || country == Country.SE ? 10 : 1;
        return net * scale * (100 + TAX) / 100;
    }
}
