package io.recoup.dunning.simulation;

import static java.util.Comparator.comparing;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A ledger in memory, for simulations: it books events as the real one books documents and receipts. What an event
 * names and nobody knows is refused.
 */
final class Books {

    private final Map<String, SimulatedDebtor> debtors = new TreeMap<>();
    private final Map<String, String> debtorOfNumber = new HashMap<>();
    private final Map<String, BookedReceipt> receipts = new HashMap<>();
    private final Set<String> takenBack = new HashSet<>();
    private final Set<String> creditNotes = new HashSet<>();
    private final Set<ItemId> cancelled = new HashSet<>();
    private long lastId;

    /** @param paid what it pays of each item; the rest is unapplied */
    private record BookedReceipt(String debtor, Money amount, Map<ItemId, Money> paid) {}

    /** An event contradicts what was booked before it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    Map<String, SimulatedDebtor> debtors() {
        return debtors;
    }

    void enter(Event.Invoice event) {
        String owner = debtorOfNumber.get(event.number());
        if (owner != null && !owner.equals(event.debtor().sourceId())) {
            throw new Refused("document '" + event.number() + "' is debtor '" + owner + "'s");
        }
        SimulatedDebtor debtor = debtor(event.debtor());
        List<OpenItem> parts = debtor.documents.computeIfAbsent(event.number(), number -> new ArrayList<>());
        debtorOfNumber.put(event.number(), event.debtor().sourceId());
        OpenItem known = parts.stream()
                .filter(part -> part.instalment() == event.instalment())
                .findFirst()
                .orElse(null);
        if (known != null) {
            requireSame(known, event.total());
        }
        Money paid = known == null
                ? Money.zero(event.total().currency())
                : known.original().minus(known.open());
        Money open = event.open() != null ? event.open() : event.total().minus(paid);
        OpenItem item = new OpenItem(
                known == null ? new ItemId(++lastId) : known.id(),
                debtor.who.id(),
                event.kind(),
                event.number(),
                event.instalment(),
                event.total(),
                open.isNegative() ? Money.zero(open.currency()) : open,
                event.issuedOn(),
                event.dueOn(),
                null,
                event.source());
        parts.remove(known);
        parts.add(item);
        if (!item.isSettled()) {
            cancelled.remove(item.id());
        }
        if (event.hold() != null) {
            DebtorAccount.Hold hold = event.hold();
            debtor.holds.add(new SimulatedDebtor.NamedHold(
                    null, new DebtorAccount.Hold(++lastId, item.id(), hold.kind(), hold.until(), hold.reason())));
        }
        debtor.changed();
    }

    void enter(Event.CreditNote event) {
        if (event.debtor() == null && event.invoice() == null) {
            throw new Refused("credit note '" + event.number() + "' names neither debtor nor invoice");
        }
        DebtorProfile named = event.debtor() == null ? of(event.invoice()).who : event.debtor();
        List<OpenItem> credited =
                event.invoice() == null ? List.of() : items(of(event.invoice()), List.of(event.invoice()));
        credited.forEach(item -> requireSame(item, event.total()));
        if (!creditNotes.add(event.number())) {
            throw new Refused("credit note '" + event.number() + "' was entered before");
        }
        SimulatedDebtor debtor = debtor(named);
        Money left = event.total();
        if (event.invoice() != null) {
            for (OpenItem item : credited) {
                Money part = item.open().exceeds(left) ? left : item.open();
                replace(debtor, item.id(), with -> reopen(with, with.open().minus(part)));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            debtor.documents.put(
                    event.number(),
                    new ArrayList<>(List.of(new OpenItem(
                            new ItemId(++lastId),
                            debtor.who.id(),
                            ItemKind.CREDIT_NOTE,
                            event.number(),
                            0,
                            event.total(),
                            left,
                            event.issuedOn(),
                            event.issuedOn(),
                            null,
                            event.source()))));
        }
        debtorOfNumber.put(event.number(), debtor.who.sourceId());
        debtor.changed();
    }

    void book(Event.Receipt event) {
        String id = event.debtor() != null
                ? event.debtor()
                : event.items().isEmpty() ? null : of(event.items().get(0)).who.sourceId();
        SimulatedDebtor debtor = known(id);
        if (event.id() != null && receipts.containsKey(event.id())) {
            throw new Refused("receipt '" + event.id() + "' was booked before");
        }
        Money left = event.amount();
        Map<ItemId, Money> paid = new HashMap<>();
        for (OpenItem item : items(debtor, event.items())) {
            if (!left.isPositive() || !item.open().currency().equals(left.currency())) {
                continue;
            }
            Money part = item.open().exceeds(left) ? left : item.open();
            if (part.isPositive()) {
                replace(debtor, item.id(), with -> reopen(with, with.open().minus(part)));
                paid.put(item.id(), part);
                left = left.minus(part);
            }
        }
        debtor.unapplied.merge(left.currencyCode(), left, Money::plus);
        receipts.put(event.id() == null ? "#" + ++lastId : event.id(), new BookedReceipt(id, event.amount(), paid));
        debtor.changed();
    }

    /** @return numbers of the documents that owe again */
    List<String> reverse(Event.Reversal event) {
        BookedReceipt receipt = receipts.get(event.receipt());
        if (receipt == null || !takenBack.add(event.receipt())) {
            throw new Refused("receipt '" + event.receipt() + "' " + (receipt == null ? "is unknown" : "was reversed"));
        }
        SimulatedDebtor debtor = known(receipt.debtor());
        Money left = receipt.amount();
        List<String> numbers = new ArrayList<>();
        for (Map.Entry<ItemId, Money> part : receipt.paid().entrySet()) {
            left = left.minus(part.getValue());
            if (cancelled.contains(part.getKey())) {
                continue;
            }
            OpenItem item = replace(
                    debtor, part.getKey(), with -> reopen(with, with.open().plus(part.getValue())));
            debtor.reopened.put(item.id(), event.on());
            numbers.add(item.number());
        }
        debtor.unapplied.merge(left.currencyCode(), left.negated(), Money::plus);
        debtor.changed();
        return numbers;
    }

    void hold(Event.Hold event) {
        SimulatedDebtor debtor = event.debtor() == null ? of(event.items().get(0)) : known(event.debtor());
        List<ItemId> ids = new ArrayList<>(
                items(debtor, event.items()).stream().map(OpenItem::id).toList());
        if (ids.isEmpty() && !event.items().isEmpty()) {
            throw new Refused(event.items() + " are not debtor '" + event.debtor() + "'s");
        }
        if (event.items().isEmpty()) {
            ids.add(null);
        }
        for (ItemId item : ids) {
            debtor.holds.add(new SimulatedDebtor.NamedHold(
                    event.id(), new DebtorAccount.Hold(++lastId, item, event.kind(), event.until(), event.reason())));
        }
        debtor.changed();
    }

    void release(Event.Release event) {
        for (SimulatedDebtor debtor : debtors.values()) {
            boolean concerns = event.debtor() == null || debtor.who.sourceId().equals(event.debtor());
            List<ItemId> ids =
                    documents(debtor, event.items()).stream().map(OpenItem::id).toList();
            if (concerns
                    && debtor.holds.removeIf(
                            held -> (event.hold() == null || event.hold().equals(held.id()))
                                    && (event.kind() == null
                                            || event.kind().equals(held.hold().kind()))
                                    && (event.items().isEmpty()
                                            || ids.contains(held.hold().item())))) {
                debtor.changed();
            }
        }
    }

    void cancel(Event.Cancel event) {
        for (String number : event.items()) {
            SimulatedDebtor debtor = of(number);
            cancel(debtor, number);
            debtor.changed();
        }
    }

    private void cancel(SimulatedDebtor debtor, String number) {
        for (OpenItem item : documents(debtor, List.of(number))) {
            cancelled.add(item.id());
            replace(
                    debtor,
                    item.id(),
                    with -> reopen(with, Money.zero(with.open().currency())));
        }
    }

    /** A fee or interest of ours, as the letter charges it. */
    void charge(SimulatedDebtor debtor, ItemKind kind, String number, Money amount, LocalDate on) {
        debtor.documents.put(
                number,
                new ArrayList<>(List.of(new OpenItem(
                        new ItemId(++lastId),
                        debtor.who.id(),
                        kind,
                        number,
                        0,
                        amount,
                        amount,
                        on,
                        on,
                        null,
                        OpenItem.OWN_SOURCE))));
        debtorOfNumber.put(number, debtor.who.sourceId());
        debtor.changed();
    }

    /** A letter that did not arrive has charged nothing. */
    void uncharge(SimulatedDebtor debtor, List<String> numbers) {
        numbers.forEach(number -> cancel(debtor, number));
        debtor.changed();
    }

    private static void requireSame(OpenItem known, Money stated) {
        if (!known.original().currency().equals(stated.currency())) {
            throw new Refused("document '" + known.number() + "' is in "
                    + known.original().currencyCode() + ", not in " + stated.currencyCode());
        }
    }

    private SimulatedDebtor debtor(DebtorProfile stated) {
        SimulatedDebtor debtor = debtors.computeIfAbsent(
                stated.sourceId(), id -> new SimulatedDebtor(stated.identified(new DebtorId(++lastId))));
        if (!stated.name().isEmpty()) {
            debtor.who = stated.identified(debtor.who.id());
        }
        return debtor;
    }

    SimulatedDebtor known(String id) {
        SimulatedDebtor debtor = id == null ? null : debtors.get(id);
        if (debtor == null) {
            throw new Refused("no document of debtor '" + id + "' came before");
        }
        return debtor;
    }

    private SimulatedDebtor of(String number) {
        String debtor = debtorOfNumber.get(number);
        if (debtor == null) {
            throw new Refused("no document has the number '" + number + "'");
        }
        return debtors.get(debtor);
    }

    /** Of these numbers, oldest due date first, then as named. */
    private List<OpenItem> items(SimulatedDebtor debtor, List<String> numbers) {
        numbers.forEach(this::of);
        List<OpenItem> items = new ArrayList<>(documents(debtor, numbers));
        items.sort(comparing(OpenItem::dueOn));
        return items;
    }

    private static List<OpenItem> documents(SimulatedDebtor debtor, List<String> numbers) {
        return numbers.stream()
                .flatMap(number -> debtor.documents.getOrDefault(number, List.of()).stream())
                .toList();
    }

    private static OpenItem replace(SimulatedDebtor debtor, ItemId id, UnaryOperator<OpenItem> change) {
        for (List<OpenItem> parts : debtor.documents.values()) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).id().equals(id)) {
                    parts.set(i, change.apply(parts.get(i)));
                    return parts.get(i);
                }
            }
        }
        throw new IllegalStateException("no item " + id);
    }

    private static OpenItem reopen(OpenItem item, Money open) {
        Money bounded = open.exceeds(item.original()) ? item.original() : open;
        return new OpenItem(
                item.id(),
                item.debtor(),
                item.kind(),
                item.number(),
                item.instalment(),
                item.original(),
                bounded,
                item.issuedOn(),
                item.dueOn(),
                item.reference(),
                item.source());
    }
}
