package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Documents that nobody pays within the time: most are not due yet, some are disputed or forgotten. */
final class Unpaid {

    /** Keys of this layer count on from here, so that they are others than those of payments. */
    private static final int FIRST = 1 << 19;

    private final Streams streams;
    private final Rates rates;
    private final Horizon horizon;

    Unpaid(Streams streams, Rates rates, Horizon horizon) {
        this.streams = streams;
        this.rates = rates;
        this.horizon = horizon;
    }

    /** @param paid how many documents of the unit are paid */
    void issue(Unit unit, int paid, Invoicing invoicing, Consumer<Reminder> reminders) {
        double wanted = Math.max(0.5, paid * rates.documents().unpaid());
        Dice dice = streams.of(Layer.UNPAID, unit.key(FIRST));
        int count = (int) wanted + (dice.chance(wanted - (int) wanted) ? 1 : 0);
        List<Item> overdue = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Item item = one(dice.of(unit.debtors()), invoicing, dice);
            if (item.dueOn.isBefore(horizon.until().minusDays(40)) && !item.isCredit()) {
                overdue.add(item);
            }
        }
        remind(unit, overdue, reminders);
    }

    private Item one(Debtor debtor, Invoicing invoicing, Dice dice) {
        double age = dice.share();
        int net = debtor.terms().netDays();
        int days = age < 0.65
                ? dice.below(net + 15)
                : age < 0.95 ? dice.below(Horizon.PAYMENTS + net) : dice.below(Horizon.DOCUMENTS);
        LocalDate on = horizon.issue(horizon.until().minusDays(days));
        if (dice.chance(0.02)) {
            return invoicing.inInstalments(debtor, on, dice.between(3, 6));
        }
        Item item = invoicing.invoice(debtor, on);
        if (dice.chance(0.03)) {
            return invoicing.creditNote(item, horizon.issue(on.plusDays(3)), Math.max(1, item.total / 10));
        }
        return dice.chance(0.03) ? invoicing.fee(item, horizon.issue(on.plusDays(net + 20L)), 500) : item;
    }

    private void remind(Unit unit, List<Item> overdue, Consumer<Reminder> reminders) {
        Dice dice = streams.of(Layer.REMINDERS, unit.key(FIRST));
        for (Debtor debtor : unit.debtors()) {
            List<Item> his =
                    overdue.stream().filter(item -> item.debtor.equals(debtor)).toList();
            if (!his.isEmpty() && dice.chance(0.5)) {
                reminders.accept(new Reminder(horizon.until().minusDays(dice.between(5, 30)), debtor, his));
            }
        }
    }
}
