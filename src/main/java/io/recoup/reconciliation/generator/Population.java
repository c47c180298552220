package io.recoup.reconciliation.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who owes us, who pays for whom, and how large each is. The same unit again for the same index. */
final class Population {

    private static final long MIXER = 2_654_435_761L;
    private static final double HEAD = 5;

    private final Streams streams;
    private final Rates rates;
    private final int units;
    private final double scale;

    /** @param credits to be spread over the units */
    Population(Streams streams, Rates rates, int credits) {
        this.streams = streams;
        this.rates = rates;
        this.units = Math.max(1, credits / rates.society().creditsPerUnit());
        double sum = 0;
        for (int rank = 0; rank < units; rank++) {
            sum += weight(rank);
        }
        this.scale = credits / sum;
    }

    int units() {
        return units;
    }

    /** Payments that come from a unit, before the last ones are cut off; at least one. */
    int creditsOf(int index) {
        int rank = (int) (index * MIXER % units);
        return index >= units ? 3 : (int) Math.max(1, Math.round(scale * weight(rank)));
    }

    private double weight(int rank) {
        return StrictMath.pow(rank + HEAD, -rates.society().skew());
    }

    /** @param credits 0 for a unit that pays nothing at all */
    Unit unit(int index, int credits) {
        Dice dice = streams.of(Layer.POPULATION, index);
        Company company = Company.drawn(dice);
        double kind = dice.share();
        boolean group = kind < rates.society().groups();
        boolean shared =
                !group && kind < rates.society().groups() + rates.society().sharedPayers();
        Unit.Habit habit = rates.habits().drawn(dice);
        int members = group ? dice.between(2, 6) : shared ? dice.between(3, 12) : 1;
        Country home = company.debtorCountry(dice);
        String family = Names.surname(home, dice);
        Payer common = shared || group && dice.chance(0.5) ? common(home, group ? family : null, index) : null;
        String groupKey = group ? "G-" + index : null;
        List<Debtor> debtors = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            Country country = members == 1 || dice.chance(0.8) ? home : company.debtorCountry(dice);
            String surname = group ? family : Names.surname(country, dice);
            debtors.add(debtor(index, member, company, country, surname, groupKey, common, habit, dice));
        }
        return new Unit(index, credits, List.copyOf(debtors), habit);
    }

    private Debtor debtor(
            int index,
            int member,
            Company company,
            Country country,
            String surname,
            @Nullable String group,
            @Nullable Payer common,
            Unit.Habit habit,
            Dice dice) {
        String name = dice.chance(0.12) ? Names.person(country, dice) : Names.company(country, surname, dice);
        Payer payer = common != null ? common : own(name, country, index, member);
        Pricing pricing = habit == Unit.Habit.STANDING_ORDER
                ? Pricing.RENT
                : rates.documents().pricing().drawn(dice);
        Terms terms = rates.documents().terms().drawn(dice);
        return new Debtor(
                Long.toString(10_000_000L + index * 16L + member),
                name,
                country,
                company,
                payer.knownAccount() ? List.of(payer.account()) : List.of(),
                group,
                habit == Unit.Habit.STANDING_ORDER ? Terms.net(terms.netDays()) : terms,
                pricing,
                company.grossOf(5000L * dice.between(4, 60)),
                payer);
    }

    private Payer own(String name, Country country, int index, int member) {
        Dice dice = streams.of(Layer.PAYERS, (long) index << 8 | member);
        double kind = dice.share();
        String holder = name;
        boolean resembles = true;
        if (kind < rates.society().privatePayers()) {
            holder = Names.person(country, dice);
            resembles = false;
        } else if (kind < rates.society().privatePayers() + rates.society().renamed()) {
            holder = Names.company(country, Names.surname(country, dice), dice);
            resembles = false;
        }
        boolean known = dice.chance(rates.society().knownAccount());
        return new Payer(holder, country.iban(dice), country.bic(dice), known, resembles, false);
    }

    /** One account for all of them: the parent's, which bears the family's name, a factor's or an accountant's. */
    private Payer common(Country country, @Nullable String family, int index) {
        Dice dice = streams.of(Layer.PAYERS, (long) index << 8 | 255);
        String surname = family != null ? family : Names.surname(country, dice);
        String name = family != null
                ? surname + " Holding " + (country == Country.DE ? "GmbH" : "AG")
                : surname + (dice.chance(0.5) ? " Factoring Bank AG" : " Treuhand & Steuerberatung");
        boolean known = dice.chance(rates.society().knownAccount() * 0.6);
        return new Payer(name, country.iban(dice), country.bic(dice), known, false, true);
    }
}
