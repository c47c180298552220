package io.recoup.console.page;

import io.recoup.money.Money;
import io.recoup.receivables.Ledger.Forgiven;
import io.recoup.receivables.Ledger.Part;
import io.recoup.reconciliation.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A proposal as the form shows it: what each item gets, a credit note's use included, and what would be forgiven.
 *
 * @param parts by the item's id; amounts above zero
 */
record Suggestion(Map<Long, Proposal.Part> parts) {

    static Suggestion of(Proposal payment) {
        Map<Long, Proposal.Part> parts = new LinkedHashMap<>();
        if (payment.best() != null && payment.best().outcome().equals("review")) {
            payment.best().parts().forEach(part -> parts.put(part.item().id().value(), part));
        }
        return new Suggestion(parts);
    }

    /** What the field beside the item shows first; null when the proposal leaves it alone. */
    Money amount(long item) {
        Proposal.Part part = parts.get(item);
        return part == null
                ? null
                : part.amount().isNegative()
                        ? part.amount().plus(part.forgiven()).negated()
                        : part.amount();
    }

    /** What a person may grant with it; null when nothing is. */
    Money forgiven(long item) {
        Proposal.Part part = parts.get(item);
        return part == null || !part.forgiven().isPositive() ? null : part.forgiven();
    }

    /** Adds what is forgiven where a person let it stand and the amount is the proposed one. */
    List<Part> forgiving(List<Part> chosen, List<String> granted) {
        List<Part> parts = new ArrayList<>();
        for (Part part : chosen) {
            long item = part.item().value();
            Money forgiven = forgiven(item);
            boolean stands = forgiven != null
                    && granted.contains(String.valueOf(item))
                    && part.amount().equals(amount(item));
            parts.add(stands ? new Part(part.item(), part.amount(), forgiven, as(item)) : part);
        }
        return parts;
    }

    private Forgiven as(long item) {
        return parts.get(item).kind().equals("discount") ? Forgiven.DISCOUNT : Forgiven.SMALL_DIFFERENCE;
    }
}
