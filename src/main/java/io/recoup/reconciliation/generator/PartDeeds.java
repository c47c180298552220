package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The payments that do not pay documents as they are: a part, in parts, some more, or a round sum. */
final class PartDeeds {

    private final Horizon horizon;
    private final Invoicing invoicing;
    private final Dues dues;

    PartDeeds(Horizon horizon, Invoicing invoicing, Dues dues) {
        this.horizon = horizon;
        this.invoicing = invoicing;
        this.dues = dues;
    }

    Draft partial(Slot at) {
        Item item = dues.due(at);
        long half = item.open * at.dice().between(20, 80) / 100;
        long some = half > 200 * Slot.WHOLE && at.dice().chance(0.7) ? half - half % (50 * Slot.WHOLE) : half;
        return dues.draft(at, Deed.PARTIAL).pays(Part.some(item, some, Part.Kind.PARTIAL));
    }

    List<Draft> split(Slot at, int room) {
        Item item = dues.due(at);
        int payments = Math.min(room, at.dice().between(2, 3));
        List<Draft> drafts = new ArrayList<>();
        long left = item.open;
        LocalDate day = at.on();
        for (int i = 0; i < payments; i++) {
            boolean last = i == payments - 1;
            long amount = last ? left : left * at.dice().between(30, 60) / 100;
            Part.Kind kind = last ? Part.Kind.FULL : Part.Kind.PARTIAL;
            drafts.add(dues.draft(at.next(i, day), Deed.SPLIT).pays(Part.some(item, amount, kind)));
            left -= amount;
            day = horizon.booking(day.plusDays(at.dice().between(5, 30)));
        }
        return drafts;
    }

    List<Draft> instalments(Slot at, int room) {
        int count = at.dice().between(3, 6);
        Item whole = invoicing.inInstalments(
                at.debtor(), horizon.issue(at.on().minusDays(at.debtor().terms().netDays())), count);
        List<Draft> drafts = new ArrayList<>();
        for (Item.Instalment one : whole.instalments) {
            LocalDate day = one.dueOn().plusDays(at.dice().between(-2, 6));
            if (drafts.size() == room || day.isAfter(horizon.until())) {
                break;
            }
            Part part = new Part(whole, one.amount(), 0, Part.Kind.FULL, one.number());
            drafts.add(dues.draft(at.next(drafts.size(), horizon.booking(day)), Deed.INSTALMENT)
                    .pays(part));
        }
        return drafts.isEmpty() ? List.of(dues.draft(at, Deed.SINGLE).pays(Part.full(dues.due(at)))) : drafts;
    }

    Draft deduction(Slot at) {
        Item item = dues.due(at);
        long held = Math.max(1, item.open * at.dice().between(1, 15) / 100);
        return dues.draft(at, Deed.DEDUCTION).pays(Part.some(item, item.open - held, Part.Kind.DEDUCTION));
    }

    Draft overpaid(Slot at) {
        Draft draft = dues.draft(at, Deed.OVERPAID).pays(Part.full(dues.due(at)));
        long odd = draft.amount() % (10 * Slot.WHOLE);
        draft.residual = odd > 0 && at.dice().chance(0.5)
                ? 10 * Slot.WHOLE - odd
                : at.dice().between(1, 4000);
        return draft;
    }

    Draft onAccount(Slot at) {
        Draft draft = dues.draft(at, Deed.ON_ACCOUNT);
        draft.residual = at.dice().between(1, 40) * 50L * Slot.WHOLE;
        return draft;
    }

    /** What it pays is seen when its day comes: see {@link Account}. */
    Draft oldestFirst(Slot at) {
        Item item = dues.due(at);
        Draft draft = dues.draft(at, Deed.OLDEST_FIRST);
        draft.residual = Math.max(50 * Slot.WHOLE, item.open - item.open % (50 * Slot.WHOLE));
        return draft;
    }
}
