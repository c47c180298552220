package io.recoup.reconciliation.desk;

import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Reason;
import io.recoup.reconciliation.match.Stratum.Naming;
import io.recoup.reconciliation.store.PendingReceipt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a match must keep to be booked under the strict level: the payer named one document by its whole number or its
 * reference, and no other; the exact amount pays it or one of its instalments; a number counts only where the paying
 * account is nobody else's. Says why not; empty when it may be booked.
 */
final class StrictRule {

    private StrictRule() {}

    /** @param owners debtors that the master data say the paying account belongs to */
    static Optional<Reason> objection(PendingReceipt receipt, Match match, NamedDocuments named, Set<Long> owners) {
        if (named.documents().size() > 1) {
            return Optional.of(new Reason("strict.several", List.of(named.numbers())));
        }
        Set<Long> meant = named.isEmpty() ? Set.of() : named.documents().get(0).items();
        List<Long> paid = match.parts().stream().map(part -> part.item().id()).toList();
        if (!meant.containsAll(paid)) {
            return Optional.of(new Reason("strict.not-named", List.of()));
        }
        if (paid.size() > 1 && !paid.containsAll(named.documents().get(0).open())) {
            return Optional.of(new Reason("strict.some-instalments", List.of()));
        }
        boolean reference = match.stratum().naming() == Naming.REFERENCE;
        if (!reference
                && owners.size() == 1
                && !owners.contains(named.documents().get(0).debtor())) {
            return Optional.of(new Reason("strict.other-account", List.of()));
        }
        if (receipt.declined().stream().anyMatch(meant::contains)) {
            return Optional.of(new Reason("declined", List.of(named.numbers())));
        }
        return Optional.empty();
    }
}
