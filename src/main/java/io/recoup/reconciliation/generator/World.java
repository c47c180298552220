package io.recoup.reconciliation.generator;

import java.util.ArrayList;
import java.util.List;

/** Makes the units one after the other and gives out what they consist of: nothing of a unit is kept. */
final class World {

    /** Receives the world, unit by unit; movements in no order of days. */
    interface Sink {

        void debtor(Debtor debtor);

        void item(Item item);

        void reminder(Reminder reminder);

        void movement(Movement movement);
    }

    /** Documents for each payment, as far as the size of number blocks goes. */
    private static final int DOCUMENTS_PER_CREDIT = 4;

    private final Streams streams;
    private final Rates rates;
    private final Horizon horizon;
    private final Recent recent = new Recent();
    private final Numbering numbering;

    World(Streams streams, Rates rates, Horizon horizon, int credits) {
        this.streams = streams;
        this.rates = rates;
        this.horizon = horizon;
        this.numbering = new Numbering(horizon.firstIssue(), Horizon.DOCUMENTS, (long) credits * DOCUMENTS_PER_CREDIT);
    }

    /** @param credits how many payments come in, exactly */
    void make(int credits, Sink sink) {
        Strangers strangers = new Strangers(streams, rates, horizon, recent);
        int others = (int) Math.round(credits * rates.others().share());
        int debtors = credits - others;
        Population population = new Population(streams, rates, debtors);
        int paid = 0;
        int made = 0;
        int index = 0;
        for (; paid < debtors; index++) {
            Unit unit = population.unit(index, Math.min(population.creditsOf(index), debtors - paid));
            unit(unit, sink);
            paid += unit.credits();
            // strangers come along evenly, so that they know of items from everywhere
            for (; made < (long) others * paid / debtors; made++) {
                sink.movement(strangers.credit(made));
            }
        }
        for (; made < others; made++) {
            sink.movement(strangers.credit(made));
        }
        for (int silent = population.units() / 5; silent > 0; silent--, index++) {
            unit(population.unit(index, 0), sink);
        }
        for (int i = 0; i < credits * rates.banks().outgoing(); i++) {
            sink.movement(strangers.outgoing(i));
        }
    }

    private void unit(Unit unit, Sink sink) {
        Invoicing invoicing = new Invoicing(streams, rates, numbering, unit);
        List<Reminder> reminders = new ArrayList<>();
        Dues dues = new Dues(unit, rates, horizon, invoicing);
        Deeds deeds = new Deeds(horizon, invoicing, dues, reminders::add);
        PartDeeds parts = new PartDeeds(horizon, invoicing, dues);
        HardDeeds hard = new HardDeeds(horizon, invoicing, dues, recent);
        List<Draft> drafts = new Plan(streams, rates, horizon, unit, deeds, parts, hard).drafts();
        int paid = invoicing.issued().size();
        new Unpaid(streams, rates, horizon).issue(unit, paid, invoicing, reminders::add);
        unit.debtors().forEach(sink::debtor);
        for (Item item : invoicing.issued()) {
            if (item.listed) {
                sink.item(item);
                recent.add(item);
            }
        }
        reminders.forEach(sink::reminder);
        new Account(streams, rates, horizon, invoicing.issued()).settle(drafts, sink::movement);
    }
}
