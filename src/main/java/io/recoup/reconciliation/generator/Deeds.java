package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The payments that pay documents as they are. */
final class Deeds {

    private final Horizon horizon;
    private final Invoicing invoicing;
    private final Dues dues;
    private final Consumer<Reminder> reminders;

    Deeds(Horizon horizon, Invoicing invoicing, Dues dues, Consumer<Reminder> reminders) {
        this.horizon = horizon;
        this.invoicing = invoicing;
        this.dues = dues;
        this.reminders = reminders;
    }

    Draft single(Slot at) {
        return dues.draft(at, Deed.SINGLE).pays(Part.full(dues.due(at)));
    }

    Draft bundle(Slot at) {
        int count = size(at.dice());
        boolean early = at.dice().chance(0.3);
        List<Item> items = dues.several(at, count, early);
        Draft draft = dues.draft(at.of(items.get(0).debtor), Deed.BUNDLE);
        for (Item item : items) {
            long discount = early ? item.discountOn(at.on()) : 0;
            draft.pays(discount > 0 ? Part.less(item, discount, Part.Kind.DISCOUNT) : Part.full(item));
        }
        return draft;
    }

    /** Half of all bundles have two or three documents, one in ten is a long pay run. */
    private static int size(Dice dice) {
        int few = 2 + (int) (-3 * StrictMath.log(1 - dice.share()));
        return dice.chance(0.1) ? dice.between(12, 40) : Math.min(few, 40);
    }

    Draft discount(Slot at) {
        List<Terms.Step> steps = at.debtor().terms().steps();
        if (steps.isEmpty()) {
            return single(at);
        }
        int age = at.dice().between(0, at.dice().of(steps).days());
        Item item = dues.issued(at, age);
        long discount = item.discountOn(at.on());
        return dues.draft(at, Deed.DISCOUNT)
                .pays(discount > 0 ? Part.less(item, discount, Part.Kind.DISCOUNT) : Part.full(item));
    }

    Draft lateDiscount(Slot at) {
        List<Terms.Step> steps = at.debtor().terms().steps();
        if (steps.isEmpty()) {
            return single(at);
        }
        Terms.Step last = steps.get(steps.size() - 1);
        Item item = dues.issued(at, last.days() + at.dice().between(1, 3));
        return dues.draft(at, Deed.LATE_DISCOUNT)
                .pays(item.hasDiscounts() ? Part.less(item, item.discount(last), Part.Kind.DISCOUNT) : Part.full(item));
    }

    Draft netted(Slot at) {
        List<Item> items = dues.several(at, at.dice().between(1, 4), false);
        Draft draft = dues.draft(at.of(items.get(0).debtor), Deed.NETTED);
        items.forEach(item -> draft.pays(Part.full(item)));
        Item corrected = items.get(0);
        LocalDate day = horizon.issue(corrected.issuedOn.plusDays(at.dice().between(1, 10)));
        LocalDate before = day.isAfter(at.on()) ? at.on() : day;
        long amount = Math.max(1, corrected.open * at.dice().between(5, 60) / 100);
        return draft.pays(Part.full(invoicing.creditNote(corrected, before, amount)));
    }

    Draft dunningFee(Slot at) {
        Item item = dues.overdue(at);
        LocalDate day = horizon.issue(at.on().minusDays(at.dice().between(3, 10)));
        Item fee = invoicing.fee(item, day, 250L * at.dice().between(1, 6));
        reminders.accept(new Reminder(day, at.debtor(), List.of(item, fee)));
        Draft draft = dues.draft(at, Deed.DUNNING_FEE).pays(Part.full(item));
        return at.dice().chance(0.6) ? draft.pays(Part.full(fee)) : draft;
    }

    Draft reminded(Slot at) {
        Draft draft = dues.draft(at, Deed.REMINDED);
        int count = at.dice().between(1, 6);
        for (int i = 0; i < count; i++) {
            draft.pays(Part.full(dues.overdue(at)));
        }
        LocalDate day = horizon.issue(at.on().minusDays(at.dice().between(3, 12)));
        draft.reminder = new Reminder(day, at.debtor(), List.copyOf(draft.means));
        reminders.accept(draft.reminder);
        return draft;
    }

    List<Draft> twins(Slot at, int room) {
        if (room < 2) {
            return List.of(single(at));
        }
        Item item = dues.due(at);
        return List.of(
                dues.draft(at, Deed.TWINS).pays(Part.full(item)),
                dues.draft(at.next(1, at.on()), Deed.TWINS).pays(Part.full(invoicing.twin(item))));
    }

    Draft standingOrder(Slot at) {
        LocalDate first = at.on().withDayOfMonth(1);
        Item rent = invoicing.invoice(
                at.debtor(), horizon.issue(first.minusDays(at.debtor().terms().netDays())));
        return dues.draft(at, Deed.STANDING_ORDER).pays(Part.full(rent));
    }
}
