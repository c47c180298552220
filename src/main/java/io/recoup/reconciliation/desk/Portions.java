package io.recoup.reconciliation.desk;

import io.recoup.money.Money;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger.Forgiven;
import io.recoup.receivables.Ledger.Part;
import io.recoup.reconciliation.match.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * A proposal in the ledger's terms: amounts as the payer reckons them turned into what each item gets, credit notes
 * included. A payer who takes his discount off a credit note too has less discount on the items: the note is used up
 * whole, and that much less is forgiven.
 */
final class Portions {

    private Portions() {}

    /**
     * One part as the payer reckons.
     *
     * @param amount minor units; below zero for a credit note
     * @param forgiven minor units; below zero for a credit note
     */
    record Reckoned(long item, long amount, long forgiven, Match.Kind kind) {}

    static List<Part> of(Match match) {
        return of(
                match.parts().stream()
                        .map(part -> new Reckoned(part.item().id(), part.amount(), part.forgiven(), part.kind()))
                        .toList(),
                match.residual().currencyCode());
    }

    static List<Part> of(List<Reckoned> reckoned, String currency) {
        long offCredits = reckoned.stream()
                .filter(part -> part.amount() < 0)
                .mapToLong(part -> -part.forgiven())
                .sum();
        List<Part> parts = new ArrayList<>();
        for (Reckoned part : reckoned) {
            if (part.amount() < 0) {
                parts.add(new Part(new ItemId(part.item()), Money.of(-part.amount() - part.forgiven(), currency)));
            } else {
                long moved = Math.min(offCredits, part.forgiven());
                offCredits -= moved;
                long forgiven = part.forgiven() - moved;
                parts.add(new Part(
                        new ItemId(part.item()),
                        Money.of(part.amount() + moved, currency),
                        Money.of(forgiven, currency),
                        forgiven == 0 ? null : as(part.kind())));
            }
        }
        return parts;
    }

    private static Forgiven as(Match.Kind kind) {
        return kind == Match.Kind.DISCOUNT ? Forgiven.DISCOUNT : Forgiven.SMALL_DIFFERENCE;
    }
}
