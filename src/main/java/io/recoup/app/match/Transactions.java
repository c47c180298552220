package io.recoup.app.match;

import io.recoup.banking.BankTransaction;
import io.recoup.banking.Direction;
import io.recoup.banking.EntryStatus;
import io.recoup.reconciliation.match.MatchPayment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The movements of the account in the order they came; one that comes twice counts once. */
final class Transactions {

    private final Map<UUID, BankTransaction> all = new LinkedHashMap<>();
    private int repeated;

    /** Of one that comes twice the more final word counts: what was pending is booked now. */
    void add(BankTransaction transaction) {
        all.merge(transaction.identity(), transaction, (known, news) -> {
            repeated++;
            return news.status().compareTo(known.status()) > 0 ? news : known;
        });
    }

    /** Movements that had come before. */
    int repeated() {
        return repeated;
    }

    /**
     * A movement that may concern an open item.
     *
     * @param payment null when nothing is to be allocated
     * @param why it is none; null when it is one
     */
    record Incoming(
            String key,
            BankTransaction transaction,
            @Nullable MatchPayment payment,
            @Nullable String why) {}

    List<Incoming> incoming() {
        Map<String, Integer> bankIds = new HashMap<>();
        all.values().stream()
                .map(BankTransaction::bankId)
                .filter(Objects::nonNull)
                .forEach(id -> bankIds.merge(id, 1, Integer::sum));
        return all.values().stream()
                .filter(one ->
                        one.status() == EntryStatus.BOOKED && one.amount().isPositive() && !one.balancing())
                .filter(one -> one.reversal() == (one.direction() == Direction.DEBIT))
                .map(one -> incoming(one, key(one, bankIds)))
                .toList();
    }

    private static Incoming incoming(BankTransaction one, String key) {
        if (one.reversal()) {
            return new Incoming(key, one, null, "takes money back: what it had paid is open again");
        }
        if (one.bookedOn() == null) {
            return new Incoming(key, one, null, "has no booking date");
        }
        MatchPayment payment = new MatchPayment(
                key,
                one.bookedOn(),
                one.amount(),
                one.reference(),
                one.remittance(),
                one.endToEndId(),
                one.counterparty().name(),
                one.counterparty().account(),
                Set.of());
        return new Incoming(key, one, payment, null);
    }

    /** The bank's own id where it is one, else what makes the movement itself in whichever file it comes. */
    private static String key(BankTransaction one, Map<String, Integer> bankIds) {
        return one.bankId() != null && bankIds.get(one.bankId()) == 1
                ? one.bankId()
                : one.identity().toString();
    }
}
