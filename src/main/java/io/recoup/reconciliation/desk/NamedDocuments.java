package io.recoup.reconciliation.desk;

import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.TextKeys;
import io.recoup.reconciliation.store.Candidates;
import io.recoup.reconciliation.store.PendingReceipt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Documents whose whole number or issued reference stands in a payment's text, settled ones too, each with its items: one,
 * or its instalments.
 */
record NamedDocuments(List<Document> documents) {

    /** @param open those of its items of which something is open */
    record Document(String source, long debtor, String number, Set<Long> items, Set<Long> open) {}

    /** Items by what names them in full. */
    static Map<String, List<Candidates.Item>> byName(Collection<Candidates.Item> candidates) {
        Map<String, List<Candidates.Item>> byName = new HashMap<>();
        for (Candidates.Item item : candidates) {
            Set<String> names = new TreeSet<>();
            names.add(TextKeys.squashed(item.match().number()));
            if (item.match().reference() != null) {
                names.add(TextKeys.squashed(item.match().reference()));
            }
            names.forEach(name ->
                    byName.computeIfAbsent(name, key -> new ArrayList<>()).add(item));
        }
        return byName;
    }

    static NamedDocuments in(PendingReceipt receipt, Map<String, List<Candidates.Item>> byName) {
        record Identity(String source, long debtor, String number, boolean credit) {}
        Map<Long, Candidates.Item> named = new TreeMap<>();
        for (String key : TextKeys.wholeIn(receipt.payment())) {
            byName.getOrDefault(key, List.of())
                    .forEach(item -> named.put(item.match().id(), item));
        }
        Map<Identity, Document> documents = new LinkedHashMap<>();
        for (Candidates.Item item : named.values()) {
            MatchItem match = item.match();
            Document document = documents.computeIfAbsent(
                    new Identity(item.source(), item.debtor(), match.number(), match.isCredit()),
                    id -> new Document(
                            id.source(), id.debtor(), id.number(), new LinkedHashSet<>(), new LinkedHashSet<>()));
            document.items().add(match.id());
            if (match.open().isPositive()) {
                document.open().add(match.id());
            }
        }
        return new NamedDocuments(List.copyOf(documents.values()));
    }

    boolean isEmpty() {
        return documents.isEmpty();
    }

    Set<Long> debtors() {
        Set<Long> debtors = new TreeSet<>();
        documents.forEach(document -> debtors.add(document.debtor()));
        return debtors;
    }

    /** The numbers, the first five. */
    String numbers() {
        return String.join(
                ", ",
                documents.stream().map(Document::number).distinct().limit(5).toList());
    }

    /**
     * Whether it names something, and all of that is paid: perhaps it was paid twice.
     *
     * @param taken items that other payments of the batch are booked on
     */
    boolean isSettled(Set<Long> taken) {
        return !isEmpty() && documents.stream().allMatch(document -> taken.containsAll(document.open()));
    }

    boolean has(Collection<Long> items) {
        return documents.stream().anyMatch(document -> document.items().stream().anyMatch(items::contains));
    }
}
