package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Stratum.Party;
import org.jspecify.annotations.Nullable;

/** Who seems to have paid, by account and by name. */
final class Payer {

    private final Book book;
    private final Ints owners;
    private final Alike alike;
    private final Mentions mentions;
    private final int bearers;

    /** @param before who seemed to have paid when it was looked at before: his name is the same */
    Payer(MatchPayment payment, Book book, Mentions mentions, @Nullable Payer before) {
        this.book = book;
        this.mentions = mentions;
        owners = book.payers.owners(payment.payerAccount());
        // an account says more than a name, and names are slow to look for
        if (owners.size() > 0) {
            alike = Alike.NOBODY;
        } else if (before != null && before.owners.size() == 0) {
            alike = before.alike;
        } else {
            alike = book.payers.likeness(payment.payerName());
        }
        bearers = alike.bearers();
    }

    Ints owners() {
        return owners;
    }

    Alike alike() {
        return alike;
    }

    boolean isKnown() {
        return owners.size() > 0 || bearers > 0;
    }

    Party of(int debtor) {
        if (owners.contains(debtor)) {
            return Party.ACCOUNT;
        }
        if (likeness(debtor) >= Payers.ALIKE || mentions.debtors.contains(debtor)) {
            return Party.NAME;
        }
        for (int i = 0; i < owners.size(); i++) {
            if (book.sameGroup(owners.get(i), debtor)) {
                return Party.NAME;
            }
        }
        return isKnown() && !isShared() ? Party.CONTRADICTING : Party.UNKNOWN;
    }

    /** Whether the account pays for several debtors that have nothing to do with each other: it speaks against none. */
    private boolean isShared() {
        for (int i = 1; i < owners.size(); i++) {
            if (!book.sameGroup(owners.get(0), owners.get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the payer says for this debtor, in thousandths of a nat: how many times likelier one of his items became than
     * any in the book.
     */
    int weight(int debtor) {
        Party party = of(debtor);
        double share = Weights.share(party);
        if (party == Party.UNKNOWN || party == Party.CONTRADICTING) {
            return Weights.nats(share);
        }
        int his = book.openItemsOf(debtor).size();
        if (party == Party.ACCOUNT) {
            return Weights.ofAccount(book.openItems(), his, owners.size());
        }
        double narrowed = Weights.narrowed(book.openItems(), his);
        double likeness = likeness(debtor);
        if (mentions.debtors.contains(debtor)) {
            return Weights.nats(share * narrowed);
        }
        if (likeness >= Payers.SAME) {
            return Weights.nats(share * narrowed / Math.max(1, bearers));
        }
        if (likeness >= Payers.ALIKE) {
            return (int)
                    Math.round(likeness * Weights.nats(share * Math.min(narrowed, 1_000) / Math.max(1, alike.size())));
        }
        return Weights.nats(0.1 * narrowed / Math.max(1, book.group(debtor).size()));
    }

    double likeness(int debtor) {
        return alike.of(debtor);
    }
}
