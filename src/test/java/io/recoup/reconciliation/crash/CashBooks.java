package io.recoup.reconciliation.crash;

import io.recoup.app.Invariants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What cash application left behind.
 *
 * @param wrong what must not be, by what it is called, with how often it is so
 * @param paid by the bank's id of each payment what it pays: by item the kinds of posting and their minor units
 * @param decisions how many were stored in all
 */
public record CashBooks(Map<String, Long> wrong, Map<String, Map<String, String>> paid, long decisions) {

    public static CashBooks read(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        Map<String, Long> wrong = new LinkedHashMap<>();
        CashWrongs.QUESTIONS.forEach((what, rows) -> wrong.put(
                what,
                jdbc.sql("SELECT count(*) FROM (" + rows + ") AS wrong")
                        .query(Long.class)
                        .single()));
        wrong.put("invariants broken", (long) new Invariants(jdbc).violations().size());
        return new CashBooks(
                wrong,
                paid(jdbc),
                jdbc.sql("SELECT count(*) FROM match_decision")
                        .query(Long.class)
                        .single());
    }

    private static Map<String, Map<String, String>> paid(JdbcClient jdbc) {
        Map<String, Map<String, String>> paid = new TreeMap<>();
        jdbc.sql("""
                SELECT t.bank_id, i.source_id || ' ' || i.instalment AS item,
                       string_agg(p.kind || ' ' || p.amount_minor, ' ' ORDER BY p.kind) AS how
                FROM receipt r JOIN bank_transaction t ON t.id = r.transaction_id
                LEFT JOIN posting p ON p.receipt_id = r.id AND p.kind <> 'received' AND p.reverses IS NULL
                                   AND NOT EXISTS (SELECT FROM posting b WHERE b.reverses = p.id)
                LEFT JOIN item i ON i.id = p.item_id GROUP BY t.bank_id, i.id
                """)
                .query((rs, row) -> {
                    Map<String, String> items = paid.computeIfAbsent(rs.getString("bank_id"), id -> new TreeMap<>());
                    return rs.getString("item") == null ? null : items.put(rs.getString("item"), rs.getString("how"));
                })
                .list();
        return paid;
    }

    /** What is still to be done; all payments are decided when it is 0. */
    public static long unfinished(DataSource database) {
        return JdbcClient.create(database).sql("""
                SELECT (SELECT count(*) FROM bank_import WHERE taken_up_to < last_id)
                     + (SELECT count(*) FROM match_due)
                     + (SELECT count(*) FROM unapplied WHERE why = 'not looked at yet')
                """).query(Long.class).single();
    }

    /** Ends every lease at once, as five minutes without its desk would, and those of desks that work, too. */
    public static void endLeases(DataSource database) {
        JdbcClient.create(database).sql("""
                UPDATE match_due SET lease_until = now() - interval '1 second'
                WHERE receipt_id IN (SELECT receipt_id FROM match_due WHERE lease_until IS NOT NULL
                                     ORDER BY receipt_id FOR UPDATE)
                """).update();
    }

    public boolean isRight() {
        return wrong.values().stream().allMatch(count -> count == 0);
    }

    /** How many of the payments pay something. */
    public long paying() {
        return paid.values().stream().filter(items -> !items.isEmpty()).count();
    }

    /**
     * What came out otherwise than in another run.
     *
     * @param contested payments of an item that is paid in both runs, by another payment each: which was looked at first
     * @param left payments that pay something in one run and wait for a person in the other, what they pay being open
     * @param other everything else
     */
    public record Differences(int contested, int left, List<String> other) {}

    public Differences from(CashBooks reference) {
        int contested = 0;
        int left = 0;
        List<String> other = new ArrayList<>();
        Map<String, Set<String>> payersHere = payers();
        Map<String, Set<String>> payersThere = reference.payers();
        for (String payment : reference.paid.keySet()) {
            Map<String, String> there = reference.paid.get(payment);
            Map<String, String> here = paid.getOrDefault(payment, Map.of("no receipt", ""));
            if (here.equals(there)) {
                continue;
            }
            if (isShared(there, payersHere, payment) || isShared(here, payersThere, payment)) {
                contested++;
            } else if (here.isEmpty() != there.isEmpty()) {
                left++;
            } else {
                other.add(payment + ": " + there + " but here " + here);
            }
        }
        return new Differences(contested, left, other);
    }

    private static boolean isShared(Map<String, String> items, Map<String, Set<String>> payers, String payment) {
        return items.keySet().stream()
                .flatMap(item -> payers.getOrDefault(item, Set.of()).stream())
                .anyMatch(payer -> !payer.equals(payment));
    }

    private Map<String, Set<String>> payers() {
        Map<String, Set<String>> payers = new HashMap<>();
        paid.forEach(
                (payment, items) -> items.keySet().forEach(item -> payers.computeIfAbsent(item, key -> new TreeSet<>())
                        .add(payment)));
        return payers;
    }
}
