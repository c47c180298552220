package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What debtors of ours pay that looks like paying an open item but does not. */
final class HardDeeds {

    private final Horizon horizon;
    private final Invoicing invoicing;
    private final Dues dues;
    private final Recent recent;

    HardDeeds(Horizon horizon, Invoicing invoicing, Dues dues, Recent recent) {
        this.horizon = horizon;
        this.invoicing = invoicing;
        this.dues = dues;
        this.recent = recent;
    }

    /** One of the payments before, once more; where there is none, what was settled before the list was made. */
    Draft again(Slot at, List<Draft> before) {
        for (int tries = 0; tries < 8 && !before.isEmpty(); tries++) {
            Draft first = at.dice().of(before);
            LocalDate day = horizon.booking(first.on.plusDays(at.dice().between(1, 20)));
            boolean plain = first.deed == Deed.SINGLE || first.deed == Deed.BUNDLE || first.deed == Deed.DISCOUNT;
            if (plain && day.isAfter(first.on)) {
                Draft again = new Draft(dues.draft(at, Deed.DOUBLE).key, first.debtor, day, Deed.DOUBLE);
                again.repeats = first;
                again.means.addAll(first.means);
                again.residual = first.amount();
                return again;
            }
        }
        return settledBefore(at);
    }

    Draft settledBefore(Slot at) {
        int age = at.debtor().terms().netDays() + at.dice().between(5, 60);
        Item settled = dues.issued(at, age);
        settled.listed = false;
        return dues.draft(at, Deed.SETTLED_BEFORE).about(settled, settled.openInList);
    }

    /** For an order that is not invoiced yet, as often as not with the amount of an open item. */
    Draft prepaid(Slot at) {
        Draft draft = dues.draft(at, Deed.PREPAID);
        draft.foreign = "A" + at.dice().digits(6);
        draft.residual = amountLikeOurs(at);
        return draft;
    }

    private long amountLikeOurs(Slot at) {
        Item other = at.dice().chance(0.5) ? lastOf(at.debtor()) : null;
        return other != null
                ? other.openInList
                : at.debtor()
                        .pricing()
                        .amount(at.debtor().company(), at.debtor().rent(), at.dice());
    }

    private @Nullable Item lastOf(Debtor debtor) {
        List<Item> all = invoicing.issued();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).debtor.equals(debtor) && all.get(i).listed) {
                return all.get(i);
            }
        }
        return null;
    }

    /** Names what is another customer's with us, or what only looks as if it were. */
    Draft misdirected(Slot at) {
        Draft draft = dues.draft(at, Deed.MISDIRECTED);
        Item other = recent.drawn(at.dice());
        draft.foreign = other != null && at.dice().chance(0.7)
                ? other.number
                : at.debtor().company().style.invoice(at.dice().between(1, 9999), at.on());
        draft.residual = Pricing.USAGE.amount(at.debtor().company(), 0, at.dice());
        return draft;
    }
}
