package io.recoup.reconciliation.match;

import io.recoup.money.Money;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Match.Kind;
import io.recoup.reconciliation.match.Match.Part;
import io.recoup.reconciliation.match.Stratum.Naming;
import io.recoup.reconciliation.match.Stratum.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those of a batch that {@link ExactLane} finds, as they stand before anything is settled: each would be among the surest
 * in the queue. They take their turn with the others; what has changed until then the engine looks at anew.
 */
final class ExactPayments {

    private static final Reason EXACT = Reason.of("exact");

    private final Book book;
    private final ExactText text = new ExactText();
    private final ExactLane lane;
    private final ExactIndex index;
    private final ExactOdds odds;
    private final Mentions nothing;
    private final @Nullable Found[] found;
    private int next;

    /**
     * One payment that is found.
     *
     * @param confidence in thousandths of a nat
     * @param payer what the payer says, in a collector's words
     * @param owners how many debtors paid from its account
     */
    private record Found(int item, Stratum stratum, int confidence, Reason payer, int owners) {}

    ExactPayments(Book book, MatchPolicy policy, int payments) {
        this.book = book;
        index = ExactIndex.of(book);
        lane = new ExactLane(index);
        odds = new ExactOdds(index.items, index.owed(book), policy.thresholds());
        nothing = new Mentions(book);
        found = new Found[payments];
    }

    /** @return whether its text surely does not say what it is for */
    boolean look(int place, MatchPayment payment) {
        int on = (int) payment.on().toEpochDay();
        text.take(payment.reference(), payment.remittance(), payment.endToEndId());
        int item =
                lane.find(text, on, payment.amount().minor(), payment.amount().currencyCode());
        if (item >= 0 && payment.declined().isEmpty()) {
            found[place] = weigh(payment, item, on);
        }
        return lane.isSilent();
    }

    private @Nullable Found weigh(MatchPayment payment, int item, int on) {
        int debtor = index.items.debtor(item);
        Party party = Party.ACCOUNT;
        int weight;
        double likeness = 0;
        int owners = 1;
        if (index.owner(payment.payerAccount()) == debtor) {
            weight = odds.weightOfAccount(item);
        } else {
            Payer payer = new Payer(payment, book, nothing, null);
            party = payer.of(debtor);
            weight = payer.weight(debtor);
            likeness = payer.likeness(debtor);
            owners = payer.owners().size();
        }
        Naming naming = ExactOdds.naming(lane);
        int confidence = odds.confidence(
                lane, item, naming, party, weight, likeness, owners, on, MatchPolicy.isFromAbroad(payment));
        return confidence == ExactOdds.NOT_SURE
                ? null
                : new Found(
                        item,
                        odds.stratum(naming, party),
                        confidence,
                        Explanation.payer(party, book.debtor(debtor).name(), likeness, owners),
                        owners);
    }

    boolean has(int place) {
        return found[place] != null;
    }

    /** The place of the next one whose turn it is; the number of payments where there is none. */
    int next() {
        while (next < found.length && found[next] == null) {
            next++;
        }
        return next;
    }

    /** The next one has had its turn. */
    void pass() {
        next++;
    }

    int item(int place) {
        return found[place].item;
    }

    /** Whether its item is open as it was, and as many debtors pay from its account. */
    boolean isAsItWas(int place, MatchPayment payment) {
        return book.open(found[place].item) == payment.amount().minor()
                && found[place].owners
                        == book.payers.owners(payment.payerAccount()).size();
    }

    Match match(int place, MatchPayment payment) {
        Found one = found[place];
        MatchItem item = book.item(one.item);
        boolean byReference = one.stratum.naming() == Naming.REFERENCE;
        Reason naming = byReference
                ? Reason.of("reference", item.reference(), item.number())
                : Reason.of("number", item.number());
        return new Match(
                payment,
                Decision.AUTO,
                one.stratum,
                one.confidence,
                List.of(new Part(item, payment.amount().minor(), 0, Kind.FULL)),
                Money.zero(payment.amount().currency()),
                List.of(naming, EXACT, one.payer),
                null,
                null);
    }
}
