package io.recoup.reconciliation.store;

import io.recoup.receivables.SentLetters.Letter;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.Whole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What some payments may mean: the part of the ledger that is to be read with them.
 *
 * @param debtors by id
 * @param items open ones, and settled ones that a text names
 * @param thoughtOf debtors that each receipt may come from, by receipt
 * @param cut debtors thought of who have more open items than are read with a payment
 * @param letters what the debtors were reminded of before these payments came
 * @param remembered who paid for whom before, as far as these payments are concerned
 */
public record Candidates(
        Map<Long, Debtor> debtors,
        List<Item> items,
        Map<Long, Set<Long>> thoughtOf,
        Set<Cut> cut,
        List<Letter> letters,
        List<Remembered> remembered,
        Whole whole) {

    /** How many open items of one debtor in one currency are read. */
    public static final int MOST_OF_A_DEBTOR = CandidateItems.MOST_OF_A_DEBTOR;

    /** Whose item it is, by id. */
    public long debtorOf(MatchItem item) {
        return debtors.values().stream()
                .filter(debtor -> debtor.key().equals(item.debtor()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Somebody with more open items in that currency than are read. */
    public record Cut(long debtor, String currency) {}

    /** @param key customer number, unique among the candidates */
    public record Debtor(
            long id,
            String key,
            String name,
            List<String> ibans,
            @Nullable String group,
            @Nullable String taxId) {}

    /** @param source the system that owns the document: numbers of two are two */
    public record Item(MatchItem match, long debtor, String source) {}

    /**
     * @param kind {@code account} or {@code name}
     * @param payer letters and digits of the account, or the words of the name
     * @param strength confirmed less twice the undone, halved with each year since
     */
    public record Remembered(String kind, String payer, String written, long debtor, double strength) {}
}
