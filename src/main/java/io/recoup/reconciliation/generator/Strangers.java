package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Movements with people who owe us nothing: refunds, taxes, cards, mistakes, and what we pay ourselves. */
final class Strangers {

    private static final long STRANGER = 1L << 61;
    private static final long OUTGOING = 1L << 60;
    private static final List<String> OUTGOING_TEXTS =
            List.of("Gehalt", "Miete Büro", "Lieferantenrechnung 4471", "Kontoführung", "Strom Abschlag");

    private final Streams streams;
    private final Rates rates;
    private final Horizon horizon;
    private final Recent recent;
    private final Bank bank;

    Strangers(Streams streams, Rates rates, Horizon horizon, Recent recent) {
        this.streams = streams;
        this.rates = rates;
        this.horizon = horizon;
        this.recent = recent;
        this.bank = new Bank(streams, rates.banks());
    }

    Movement credit(int number) {
        long key = STRANGER | number;
        Dice dice = streams.of(Layer.STRANGERS, key);
        Deed deed = rates.others().deeds().drawn(dice);
        Item ours = recent.drawn(dice);
        Company company = ours != null ? ours.debtor.company() : Company.drawn(dice);
        Country country = company.debtorCountry(dice);
        LocalDate on = horizon.booking(horizon.from().plusDays(dice.below(Horizon.PAYMENTS)));
        long amount = Pricing.USAGE.amount(company, 0, dice);
        Arrival arrival =
                switch (deed) {
                    case EQUAL_AMOUNT ->
                        somebody(country, dice, on, ours != null ? ours.openInList : amount)
                                .saying(dice.of(List.of("", "Zahlung", "Danke", "Invoice", "Rg. " + dice.digits(6))));
                    case FOREIGN_NUMBER ->
                        somebody(country, dice, on, amount)
                                .saying(Phrases.in(country.language)
                                        .one()
                                        .get(1)
                                        .replace("{n}", likeOurs(ours, company, on, dice)));
                    case FOREIGN_REFERENCE ->
                        somebody(country, dice, on, amount)
                                .referring(
                                        CheckDigits.reference(company.scheme, 5_000_000_000L + dice.below(900_000_000))
                                                .replaceAll("[+/]", ""));
                    case REFUND ->
                        somebody(country, dice, on, amount / 4 + 100)
                                .saying("Gutschrift zu " + likeOurs(ours, company, on, dice) + " Rückvergütung");
                    case TAX ->
                        new Arrival(on, amount, "Finanzamt " + country, null, null, null, "")
                                .saying("STEUERNR " + dice.digits(3) + "/" + dice.digits(4) + "/" + dice.digits(4)
                                        + " UMS.ST " + on.getYear());
                    case CARD ->
                        new Arrival(on, amount * 3, "Card Acquiring Services", country.iban(dice), null, null, "")
                                .saying("TERMINAL " + dice.digits(8) + " BELEGE " + dice.between(3, 60) + " ABR.NR "
                                        + dice.digits(5));
                    case INTEREST ->
                        new Arrival(on, dice.between(100, 9000), "", null, null, null, "")
                                .saying("Habenzinsen Quartal " + dice.between(1, 4));
                    default ->
                        new Arrival(
                                        on,
                                        dice.between(1, 60) * 1000L,
                                        Names.person(country, dice),
                                        country.iban(dice),
                                        country.bic(dice),
                                        null,
                                        "")
                                .saying(dice.of(List.of("Geschenk", "privat", "Danke!", "Auslage", "Kaution")));
                };
        List<String> layers = new ArrayList<>(List.of(deed.code));
        Movement movement = bank.credit(key, company, arrival, layers);
        return movement.with(new Truth(
                movement.bankId(),
                null,
                company.currency,
                List.of(),
                arrival.minor(),
                deed.code,
                layers,
                deed.isHardNegative(),
                false,
                List.of()));
    }

    /** A number that is ours, or could be. */
    private static String likeOurs(@Nullable Item ours, Company company, LocalDate on, Dice dice) {
        return ours != null && dice.chance(0.7) ? ours.number : company.style.invoice(dice.between(1, 9999), on);
    }

    private static Arrival somebody(Country country, Dice dice, LocalDate on, long amount) {
        String name = Names.company(country, Names.surname(country, dice), dice);
        return new Arrival(on, amount, name, country.iban(dice), country.bic(dice), null, "");
    }

    Movement outgoing(int number) {
        long key = OUTGOING | number;
        Dice dice = streams.of(Layer.STRANGERS, key);
        Company company = Company.drawn(dice);
        LocalDate on = horizon.booking(horizon.from().plusDays(dice.below(Horizon.PAYMENTS)));
        String name = Names.company(company.country, Names.surname(company.country, dice), dice);
        return new Movement(
                bank.id(key),
                company,
                on,
                on,
                false,
                false,
                false,
                Pricing.USAGE.amount(company, 0, dice),
                name,
                company.country.iban(dice),
                company.country.bic(dice),
                null,
                null,
                dice.of(OUTGOING_TEXTS),
                Words.ROOM,
                null);
    }
}
