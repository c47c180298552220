package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The account of one unit while its payments come in, day by day: writes down what each really does. */
final class Account {

    /** Keys of what is taken back lie beside those of the payments. */
    private static final long TAKEN_BACK = 1L << 62;

    private final Streams streams;
    private final Rates rates;
    private final Horizon horizon;
    private final List<Item> items;
    private final Remittance remittance;
    private final Bank bank;
    private final Clerk clerk = new Clerk();
    private final Set<String> introduced = new HashSet<>();

    /** @param items all documents of the unit, those issued later included */
    Account(Streams streams, Rates rates, Horizon horizon, List<Item> items) {
        this.streams = streams;
        this.rates = rates;
        this.horizon = horizon;
        this.items = items;
        this.remittance = new Remittance(streams, rates);
        this.bank = new Bank(streams, rates.banks());
    }

    /** @param drafts in the order of their booking */
    void settle(List<Draft> drafts, Consumer<Movement> statement) {
        for (Draft draft : drafts) {
            Movement credit = settle(draft);
            statement.accept(credit);
            Dice dice = streams.of(Layer.REVERSALS, draft.key);
            LocalDate back = Horizon.weekday(draft.on, dice.between(1, 5));
            if (dice.chance(rates.banks().returned()) && !back.isAfter(horizon.until())) {
                statement.accept(credit.takenBack(bank.id(draft.key | TAKEN_BACK), back));
            }
        }
    }

    private Movement settle(Draft draft) {
        List<Item> open = openOn(draft.on);
        if (draft.deed == Deed.OLDEST_FIRST) {
            payOldest(draft, open);
        }
        Words words = remittance.of(draft);
        draft.words = words;
        Payer payer = draft.debtor.payer();
        List<String> layers = layers(draft, words);
        String charge = bank.charged(draft);
        if (charge != null) {
            layers.add(charge);
        }
        boolean knowable = clerk.couldKnow(draft, words, open, introduced.contains(payer.account()));
        List<List<String>> groups = Interchangeable.groups(draft, words, open);
        Arrival arrival = new Arrival(
                draft.on, draft.amount(), payer.name(), payer.account(), payer.bic(), words.reference(), words.text());
        Movement movement = bank.credit(draft.key, draft.debtor.company(), arrival, layers);
        draft.parts.forEach(part -> part.item().open -= Math.abs(part.reduces()));
        if (!words.named().isEmpty() || words.debtorNamed()) {
            introduced.add(payer.account());
        }
        return movement.with(new Truth(
                movement.bankId(),
                draft.ofOneDebtor() ? draft.debtor.number() : null,
                draft.debtor.company().currency,
                List.copyOf(draft.parts),
                draft.residual,
                kind(draft, words),
                layers,
                draft.deed.isHardNegative(),
                !knowable,
                groups));
    }

    private static void payOldest(Draft draft, List<Item> open) {
        List<Item> byDue = new ArrayList<>(open);
        byDue.removeIf(item -> !item.debtor.equals(draft.debtor) || item.isCredit());
        byDue.sort(Comparator.comparing((Item item) -> item.dueOn).thenComparing(item -> item.number));
        for (Item item : byDue) {
            long amount = Math.min(item.open, draft.residual);
            if (amount > 0) {
                draft.pays(Part.some(item, amount, amount == item.open ? Part.Kind.FULL : Part.Kind.PARTIAL));
                draft.residual -= amount;
            }
        }
    }

    private List<Item> openOn(LocalDate day) {
        List<Item> open = new ArrayList<>();
        for (Item item : items) {
            if (item.isOpenOn(day)) {
                open.add(item);
            }
        }
        return open;
    }

    private static String kind(Draft draft, Words words) {
        boolean plain = draft.deed == Deed.SINGLE || draft.deed == Deed.BUNDLE;
        if (plain && words.named().isEmpty() && draft.debtor.payer().shared()) {
            return "shared-payer";
        }
        return plain ? words.code() : draft.deed.code;
    }

    private static List<String> layers(Draft draft, Words words) {
        List<String> layers = new ArrayList<>();
        layers.add(draft.deed.code);
        layers.add(words.code());
        layers.add(payerLayer(draft.debtor.payer()));
        layers.removeIf(layer -> layer == null || layer.isEmpty());
        return layers;
    }

    private static @Nullable String payerLayer(Payer payer) {
        if (payer.shared()) {
            return "shared-payer";
        }
        if (payer.knownName()) {
            return payer.knownAccount() ? null : "new-account";
        }
        return payer.knownAccount() ? "other-name" : "unknown-payer";
    }
}
