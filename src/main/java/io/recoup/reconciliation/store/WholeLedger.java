package io.recoup.reconciliation.store;

import io.recoup.reconciliation.match.Whole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of the whole ledger says how likely something fits by chance. */
@Repository
class WholeLedger {

    private static final int MOST_COUNTED = 1_000;

    private final JdbcClient jdbc;

    WholeLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is printed on the documents that were issued last.
     *
     * @param references of those that have one
     */
    record Printed(List<String> numbers, List<String> references) {}

    Printed printed() {
        List<String> numbers = new ArrayList<>();
        List<String> references = new ArrayList<>();
        jdbc.sql("SELECT number, reference FROM item ORDER BY id DESC LIMIT 200")
                .query((rs, row) -> numbers.add(rs.getString("number"))
                        && rs.getString("reference") != null
                        && references.add(rs.getString("reference")))
                .list();
        return new Printed(numbers, references);
    }

    /**
     * @param words how many debtors bear each word of the payers' names
     * @param numbers that were issued last
     * @param nearly how many documents are one slip away from each run of the payments' texts
     */
    Whole of(
            List<PendingReceipt> receipts,
            Map<String, Integer> words,
            List<String> numbers,
            Map<String, Integer> nearly) {
        Map<String, Integer> amounts = new HashMap<>();
        jdbc.sql("""
            SELECT a.minor, a.currency, n.count FROM (SELECT DISTINCT * FROM unnest(:amounts::bigint[], :currencies::text[])) AS a (minor, currency)
            CROSS JOIN LATERAL (SELECT count(*) FROM (SELECT FROM open_item
                                                      WHERE open_minor = a.minor AND currency = a.currency
                                                      LIMIT :most) AS counted) n
            """)
                .param("amounts", CandidateItems.amounts(receipts))
                .param("currencies", CandidateItems.currencies(receipts))
                .param("most", MOST_COUNTED)
                .query((rs, row) ->
                        amounts.put(Whole.amount(rs.getString("currency"), rs.getLong("minor")), rs.getInt("count")))
                .list();
        return new Whole(rows("open_item"), rows("debtor"), amounts, words, numbers, nearly);
    }

    /** The planner's estimate; a count where it has none or little to count. */
    private int rows(String table) {
        float estimate = jdbc.sql("SELECT reltuples FROM pg_class WHERE oid = :table::regclass")
                .param("table", table)
                .query(Float.class)
                .single();
        return estimate >= 10_000
                ? (int) Math.min(estimate, Integer.MAX_VALUE)
                : jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
