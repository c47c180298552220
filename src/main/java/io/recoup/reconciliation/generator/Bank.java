package io.recoup.reconciliation.generator;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What banks make of a payment: charges, rates, letters, lengths. */
final class Bank {

    private final Streams streams;
    private final Rates.Banks rates;

    Bank(Streams streams, Rates.Banks rates) {
        this.streams = streams;
        this.rates = rates;
    }

    /** Takes charges or a bad rate off a payment from outside SEPA, should it be in full; tells which layer it was. */
    @Nullable
    String charged(Draft draft) {
        Dice dice = streams.of(Layer.CHARGES, draft.key);
        boolean inFull = !draft.parts.isEmpty()
                && draft.residual == 0
                && draft.parts.stream().allMatch(part -> part.kind() == Part.Kind.FULL && part.instalment() == 0);
        if (!draft.debtor.country().outsideSepa() || !inFull) {
            return null;
        }
        double kind = dice.share();
        if (kind < rates.charged()) {
            long fee = 250L * dice.between(2, 10);
            return draft.amount() > 5 * fee ? shortened(draft, fee, Part.Kind.FEE, "bank-fee") : null;
        }
        if (kind < rates.charged() + rates.converted()) {
            long difference = (long) (draft.amount() * 0.025 * (dice.share() - 0.3));
            if (difference > 0) {
                return shortened(draft, difference, Part.Kind.FX, "fx");
            }
            draft.residual = -difference;
            return "fx";
        }
        return null;
    }

    private static String shortened(Draft draft, long by, Part.Kind kind, String layer) {
        int largest = 0;
        for (int i = 1; i < draft.parts.size(); i++) {
            largest = draft.parts.get(i).reduces() > draft.parts.get(largest).reduces() ? i : largest;
        }
        Part part = draft.parts.get(largest);
        draft.parts.set(largest, new Part(part.item(), part.reduces(), by, kind, 0));
        return layer;
    }

    /**
     * The credit as it stands on our statement.
     *
     * @param layers gets what happened to name and text
     */
    Movement credit(long key, Company company, Arrival arrival, List<String> layers) {
        Dice dice = streams.of(Layer.BANK, key);
        Script script = rates.scripts().drawn(streams.of(Layer.CHARACTERS, key));
        int textWidth = rates.textWidths().drawn(dice);
        int nameWidth = rates.nameWidths().drawn(dice);
        String text = cut(script.of(arrival.text()), Words.ROOM);
        String name = script.of(arrival.name());
        if (!text.equals(arrival.text()) || !name.equals(arrival.name())) {
            layers.add(Regime.code(script));
        }
        if (text.length() > textWidth) {
            layers.add("broken-" + textWidth);
        }
        if (name.length() > nameWidth) {
            layers.add("name-cut-" + nameWidth);
        }
        boolean batched = company.country == Country.CH && arrival.reference() != null;
        return new Movement(
                id(key),
                company,
                arrival.on(),
                dice.chance(0.9) ? arrival.on() : arrival.on().plusDays(1),
                true,
                false,
                batched,
                arrival.minor(),
                cut(name, nameWidth).strip(),
                arrival.account(),
                arrival.bic(),
                dice.chance(0.45) ? "E2E" + dice.digits(9) : null,
                arrival.reference(),
                text,
                textWidth,
                null);
    }

    /** The bank's id of what has this key: another one for each key, in no order. */
    String id(long key) {
        String id = Long.toUnsignedString(streams.scrambled(key), 36).toUpperCase(Locale.ROOT);
        return "0".repeat(13 - id.length()) + id;
    }

    private static String cut(String text, int width) {
        return text.length() > width ? text.substring(0, width) : text;
    }
}
