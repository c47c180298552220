package io.recoup.reconciliation.store;

import io.recoup.reconciliation.match.MatchPayment;
import io.recoup.reconciliation.match.TextKeys;
import io.recoup.reconciliation.store.WholeLedger.Printed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open items of whomever that payments of strangers name with a slip: each key of which a slip may have made a text is looked up. */
@Repository
class MisspeltItems {

    /** Instalments of a document bear its number; more than these are not needed to tell that. */
    private static final int MOST_OF_A_KEY = 100;

    private final JdbcClient jdbc;

    MisspeltItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param items to be read with the payments
     * @param documents how many documents are near each run of a text, whether they are to be read or are too many
     */
    record Near(Set<Long> items, Map<String, Integer> documents) {}

    private record Hit(String run, long item, String document) {}

    /**
     * @param payments that name no item in full
     * @param known what names a debtor, and no document
     */
    Near of(Collection<MatchPayment> payments, Set<String> known, Printed printed) {
        List<String> written = new ArrayList<>(printed.numbers());
        written.addAll(printed.references());
        List<Set<String>> runsOf = new ArrayList<>();
        Map<String, Set<String>> keys = new HashMap<>();
        for (MatchPayment payment : payments) {
            Map<String, Set<String>> nearly = TextKeys.nearlyIn(payment, written);
            nearly.keySet().removeAll(known);
            runsOf.add(nearly.keySet());
            keys.putAll(nearly);
        }
        Map<String, Set<Long>> items = new HashMap<>();
        Map<String, Set<String>> documents = new HashMap<>();
        for (Hit hit : hits(keys)) {
            items.computeIfAbsent(hit.run, run -> new HashSet<>()).add(hit.item);
            documents.computeIfAbsent(hit.run, run -> new HashSet<>()).add(hit.document);
        }
        Map<String, Integer> counts = new HashMap<>();
        documents.forEach((run, those) -> counts.put(run, those.size()));
        Set<Long> meant = new TreeSet<>();
        for (Set<String> runs : runsOf) {
            if (TextKeys.sayAnything(
                    runs.stream().mapToInt(run -> counts.getOrDefault(run, 0)).sum())) {
                runs.forEach(run -> meant.addAll(items.getOrDefault(run, Set.of())));
            }
        }
        return new Near(meant, counts);
    }

    private List<Hit> hits(Map<String, Set<String>> keysByRun) {
        List<String> runs = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        keysByRun.forEach((run, those) -> those.forEach(key -> {
            runs.add(run);
            keys.add(key);
        }));
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
            SELECT k.run, o.item_id AS item, o.debtor_id || ' ' || o.number AS document
            FROM unnest(:runs::text[], :keys::text[]) AS k (run, key)
            CROSS JOIN LATERAL (
                (SELECT id FROM item WHERE upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g')) = k.key LIMIT :most)
                UNION ALL (SELECT id FROM item WHERE reference = k.key LIMIT :most)) AS near
            JOIN open_item o ON o.item_id = near.id
            """)
                .param("runs", runs.toArray(String[]::new))
                .param("keys", keys.toArray(String[]::new))
                .param("most", MOST_OF_A_KEY)
                .query(Hit.class)
                .list();
    }
}
