package io.recoup.reconciliation.generator;

import io.recoup.receivables.ItemKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issues the documents of one unit. Everything about a document comes from streams of its own. */
final class Invoicing {

    private static final double PARTLY_PAID = 0.02;

    private final Streams streams;
    private final Rates rates;
    private final Numbering numbering;
    private final Unit unit;
    private final List<Item> issued = new ArrayList<>();

    Invoicing(Streams streams, Rates rates, Numbering numbering, Unit unit) {
        this.streams = streams;
        this.rates = rates;
        this.numbering = numbering;
        this.unit = unit;
    }

    /** All documents so far, in the order of their making. */
    List<Item> issued() {
        return issued;
    }

    Item invoice(Debtor debtor, LocalDate on) {
        return together(debtor, on, 1).get(0);
    }

    /** @param count of invoices with numbers that follow each other; at most seven */
    List<Item> together(Debtor debtor, LocalDate on, int count) {
        long serial = numbering.next(debtor.company(), on, count);
        List<Item> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long amount = debtor.pricing().amount(debtor.company(), debtor.rent(), dice(Layer.AMOUNTS));
            items.add(document(debtor, ItemKind.INVOICE, serial + i, on, amount));
        }
        return items;
    }

    /** An invoice of equal amount and day. */
    Item twin(Item of) {
        long serial = numbering.next(of.debtor.company(), of.issuedOn, 1);
        Item twin = document(of.debtor, ItemKind.INVOICE, serial, of.issuedOn, of.total);
        twin.openInList = of.openInList;
        twin.open = of.open;
        return twin;
    }

    Item creditNote(Item of, LocalDate on, long amount) {
        long serial = numbering.next(of.debtor.company(), on, 1);
        Item note = document(of.debtor, ItemKind.CREDIT_NOTE, serial, on, amount);
        note.corrects = of.number;
        return note;
    }

    Item fee(Item of, LocalDate on, long amount) {
        return document(of.debtor, ItemKind.FEE, numbering.next(of.debtor.company(), on, 1), on, amount);
    }

    /** @param count of monthly instalments, the first due as the whole would be */
    Item inInstalments(Debtor debtor, LocalDate on, int count) {
        Item whole = invoice(debtor, on);
        whole.openInList = whole.total;
        whole.open = whole.total;
        long each = whole.total / count;
        for (int i = 0; i < count; i++) {
            long amount = i == 0 ? whole.total - each * (count - 1) : each;
            whole.instalments.add(new Item.Instalment(i + 1, whole.dueOn.plusMonths(i), amount));
        }
        return whole;
    }

    private Item document(Debtor debtor, ItemKind kind, long serial, LocalDate on, long total) {
        NumberStyle style = debtor.company().style;
        boolean invoice = kind == ItemKind.INVOICE;
        Item item = new Item(
                debtor,
                kind,
                kind == ItemKind.CREDIT_NOTE ? style.creditNote(serial, on) : style.invoice(serial, on),
                serial,
                on,
                invoice ? on.plusDays(debtor.terms().netDays()) : on,
                total,
                kind != ItemKind.CREDIT_NOTE && printsReferences(debtor)
                        ? debtor.company().reference(serial)
                        : null,
                invoice ? order(on) : null);
        if (invoice && debtor.pricing() != Pricing.RENT && dice(Layer.TERMS).chance(PARTLY_PAID)) {
            item.openInList = total - total / 3;
            item.open = item.openInList;
        }
        issued.add(item);
        return item;
    }

    private boolean printsReferences(Debtor debtor) {
        Dice dice = streams.of(Layer.REFERENCES, Long.parseLong(debtor.number()));
        return dice.chance(rates.documents().references());
    }

    /** Customers number their orders as they like, some much like we number our invoices. */
    private @Nullable String order(LocalDate on) {
        Dice dice = dice(Layer.NUMBERS);
        if (!dice.chance(rates.documents().orders())) {
            return null;
        }
        return switch (dice.below(4)) {
            case 0 -> "45" + dice.digits(8);
            case 1 -> "PO-" + dice.digits(6);
            case 2 -> on.getYear() + "-" + dice.digits(5);
            default -> "B" + dice.digits(5) + "/" + dice.below(10);
        };
    }

    private Dice dice(Layer layer) {
        return streams.of(layer, unit.key(issued.size()));
    }
}
