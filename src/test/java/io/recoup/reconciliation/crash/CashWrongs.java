package io.recoup.reconciliation.crash;

import java.util.LinkedHashMap;
import java.util.Map;

/** What must not be after cash application, each as a query that returns a row for every time that it is. */
final class CashWrongs {

    static final Map<String, String> QUESTIONS = questions();

    private CashWrongs() {}

    private static Map<String, String> questions() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("not received once", """
                SELECT t.id FROM bank_transaction t LEFT JOIN receipt r ON r.transaction_id = t.id
                WHERE t.status = 'booked' AND t.direction = 'credit' AND NOT t.reversal AND t.amount_minor > 0
                GROUP BY t.id HAVING count(r.id) <> 1
                """);
        wrong.put("beyond its amount", """
                SELECT r.id FROM receipt r JOIN posting p ON p.receipt_id = r.id AND p.kind <> 'received'
                JOIN posting_kind k ON k.kind = p.kind
                GROUP BY r.id HAVING -sum(k.receipt_effect * p.amount_minor) > r.amount_minor
                """);
        wrong.put("allocated twice", """
                SELECT p.receipt_id, p.item_id FROM posting p
                WHERE p.kind IN ('allocated', 'discount_granted', 'small_difference') AND p.reverses IS NULL
                  AND NOT EXISTS (SELECT FROM posting b WHERE b.reverses = p.id)
                GROUP BY p.receipt_id, p.item_id, p.kind HAVING count(*) > 1
                """);
        wrong.put("settled beyond its total", """
                SELECT i.id FROM item i JOIN posting p ON p.item_id = i.id JOIN posting_kind k ON k.kind = p.kind
                GROUP BY i.id, i.total_minor HAVING sum(k.item_effect * p.amount_minor) NOT BETWEEN 0 AND i.total_minor
                """);
        wrong.put("without a decision", """
                SELECT r.id FROM receipt r JOIN bank_transaction t ON t.id = r.transaction_id
                WHERE r.reversed_by IS NULL AND NOT t.balancing
                  AND NOT EXISTS (SELECT FROM match_decision d WHERE d.receipt_id = r.id)
                """);
        // what the automatic decisions say it pays is what it pays, and the last one says what is left of it
        wrong.put("decision is not what is booked", """
                SELECT r.id FROM receipt r
                CROSS JOIN LATERAL (SELECT coalesce(sum(k.receipt_effect * p.amount_minor), 0) AS money
                                    FROM posting p JOIN posting_kind k USING (kind) WHERE p.receipt_id = r.id) rest
                CROSS JOIN LATERAL (SELECT coalesce(sum((part ->> 'amount')::bigint), 0) AS money
                                    FROM match_decision d, jsonb_array_elements(d.parts) part
                                    WHERE d.receipt_id = r.id AND d.decision = 'auto') autos
                CROSS JOIN LATERAL (SELECT d.decision, d.residual_minor
                                           + CASE WHEN d.decision = 'auto' THEN 0 ELSE coalesce((
                                                 SELECT sum((part ->> 'amount')::bigint)
                                                 FROM jsonb_array_elements(d.parts) part), 0) END AS money
                                    FROM match_decision d WHERE d.receipt_id = r.id ORDER BY d.id DESC LIMIT 1) last
                WHERE r.reversed_by IS NULL
                  AND (autos.money <> r.amount_minor - rest.money OR last.money <> rest.money)
                """);
        wrong.put("learned more than once", """
                SELECT FROM (SELECT coalesce(sum(confirmed), 0) AS times FROM payer_memory WHERE kind = 'account') m
                WHERE m.times <> (
                    SELECT count(*) FROM (
                        SELECT DISTINCT d.id, i.debtor_id FROM match_decision d
                        JOIN receipt r ON r.id = d.receipt_id AND r.payer_account IS NOT NULL
                        JOIN posting p ON p.receipt_id = r.id AND p.kind IN ('allocated', 'netted') AND p.reverses IS NULL
                        JOIN item i ON i.id = p.item_id
                        WHERE d.decision = 'auto' AND split_part(d.stratum, '/', 1) IN ('reference', 'number', 'numbers')
                    ) AS confirmations)
                """);
        wrong.put("watched though settled", """
                SELECT w.receipt_id FROM match_watch w
                WHERE NOT EXISTS (SELECT FROM unapplied u WHERE u.receipt_id = w.receipt_id)
                """);
        return wrong;
    }
}
