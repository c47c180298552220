package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Has the documents issued that a payment pays, in time for it. Nobody else pays them. */
final class Dues {

    private final Unit unit;
    private final Rates rates;
    private final Horizon horizon;
    private final Invoicing invoicing;

    Dues(Unit unit, Rates rates, Horizon horizon, Invoicing invoicing) {
        this.unit = unit;
        this.rates = rates;
        this.horizon = horizon;
        this.invoicing = invoicing;
    }

    Draft draft(Slot at, Deed deed) {
        return new Draft(unit.key(at.number()), at.debtor(), at.on(), deed);
    }

    Item issued(Slot at, int daysBefore) {
        return invoicing.invoice(at.debtor(), horizon.issue(at.on().minusDays(daysBefore)));
    }

    /** Documents of one payer that come due in the days before, or, where he takes discounts, were issued in them. */
    List<Item> several(Slot at, int count, boolean early) {
        List<Item> items = new ArrayList<>();
        while (items.size() < count) {
            Debtor debtor = unit.shared() ? at.dice().of(unit.debtors()) : at.debtor();
            int left = count - items.size();
            int together = at.dice().chance(rates.documents().together()) ? Math.min(left, 7) : 1;
            int within = early && !debtor.terms().steps().isEmpty()
                    ? debtor.terms().steps().get(0).days() - 1
                    : debtor.terms().netDays() + 9;
            int least = within > 10 ? within - 9 : 0;
            LocalDate day = horizon.issue(at.on().minusDays(at.dice().between(least, within)));
            items.addAll(invoicing.together(debtor, day, together));
        }
        return items;
    }

    /** A document that is paid on that day as people do: some early, most about the due date, some late. */
    Item due(Slot at) {
        double when = at.dice().share();
        int net = at.debtor().terms().netDays();
        int late = when < 0.15
                ? -at.dice().between(1, Math.min(net, 10))
                : when < 0.60
                        ? at.dice().between(0, 3)
                        : when < 0.88 ? at.dice().between(4, 20) : at.dice().between(21, 70);
        return issued(at, net + late);
    }

    Item overdue(Slot at) {
        return issued(at, at.debtor().terms().netDays() + at.dice().between(20, 70));
    }
}
