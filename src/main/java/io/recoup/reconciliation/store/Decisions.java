package io.recoup.reconciliation.store;

import io.recoup.money.Money;
import io.recoup.reconciliation.match.Match;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every decision on a receipt, each once. */
@Repository
public class Decisions {

    /** Raised whenever the same payments and items may be decided otherwise. */
    public static final String ENGINE = "2";

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A decision as it was stored.
     *
     * @param json parts, reasons and runner-up as they were stored
     * @param shipped whether the shipped thresholds would have booked
     */
    public record Stored(
            long id,
            long receipt,
            LocalDate day,
            String decision,
            @Nullable String stratum,
            int score,
            String thresholds,
            DecisionJson json,
            Money residual,
            boolean shipped,
            @Nullable String shippedStratum) {

        public boolean isAuto() {
            return decision.equals("auto");
        }
    }

    /**
     * @param shipped what the shipped thresholds make of it
     * @return the id; empty when it says what the one before said
     */
    public Optional<Long> store(long receipt, LocalDate day, Match match, String thresholds, Match shipped) {
        DecisionJson json = DecisionJson.of(match);
        boolean booked = shipped.decision() == Match.Decision.AUTO;
        String shippedParts = booked ? DecisionJson.of(shipped).parts() : null;
        String decision = match.decision().name().toLowerCase(java.util.Locale.ROOT);
        return jdbc.sql("""
            INSERT INTO match_decision (receipt_id, day, decision, stratum, score, thresholds, engine, parts,
                                        residual_minor, currency, why, against, runner_up, shipped, shipped_stratum,
                                        content)
            SELECT :receipt, :day, :decision, :stratum, :score, :thresholds, :engine, :parts::jsonb, :residual,
                   :currency, :why::jsonb, :against::jsonb, :runnerUp::jsonb, :shipped::jsonb, :shippedStratum,
                   md5(:content)::uuid
            WHERE md5(:content)::uuid IS DISTINCT FROM
                  (SELECT content FROM match_decision WHERE receipt_id = :receipt ORDER BY id DESC LIMIT 1)
            RETURNING id
            """)
                .param("receipt", receipt)
                .param("day", day)
                .param("decision", decision)
                .param(
                        "stratum",
                        match.stratum() == null ? null : match.stratum().toString())
                .param("score", match.score())
                .param("thresholds", thresholds)
                .param("engine", ENGINE)
                .param("parts", json.parts())
                .param("residual", match.residual().minor())
                .param("currency", match.residual().currencyCode())
                .param("why", json.why())
                .param("against", json.against())
                .param("runnerUp", json.runnerUp())
                .param("shipped", shippedParts)
                .param("shippedStratum", booked ? String.valueOf(shipped.stratum()) : null)
                .param(
                        "content",
                        String.join(
                                "\n",
                                decision,
                                String.valueOf(match.stratum()),
                                json.parts(),
                                match.residual().toString(),
                                json.why(),
                                String.valueOf(json.against()),
                                String.valueOf(shippedParts)))
                .query(Long.class)
                .optional();
    }

    public Optional<Stored> latest(long receipt) {
        return latest(List.of(receipt)).stream().findFirst();
    }

    /** Of each of these receipts the newest decision. */
    public List<Stored> latest(List<Long> receipts) {
        return jdbc.sql("""
            SELECT DISTINCT ON (receipt_id) *, shipped IS NOT NULL AS is_shipped
            FROM match_decision WHERE receipt_id = ANY (:receipts) ORDER BY receipt_id, id DESC
            """)
                .param("receipts", receipts.toArray(Long[]::new))
                .query(Decisions::stored)
                .list();
    }

    public Optional<Stored> find(long decision) {
        return jdbc.sql("SELECT *, shipped IS NOT NULL AS is_shipped FROM match_decision WHERE id = :id")
                .param("id", decision)
                .query(Decisions::stored)
                .optional();
    }

    /** The last one that was booked unasked. */
    public Optional<Stored> latestAuto(long receipt) {
        return jdbc.sql("""
            SELECT *, shipped IS NOT NULL AS is_shipped FROM match_decision
            WHERE receipt_id = :receipt AND decision = 'auto' ORDER BY id DESC LIMIT 1
            """).param("receipt", receipt).query(Decisions::stored).optional();
    }

    private static Stored stored(java.sql.ResultSet rs, int row) throws java.sql.SQLException {
        return new Stored(
                rs.getLong("id"),
                rs.getLong("receipt_id"),
                rs.getObject("day", LocalDate.class),
                rs.getString("decision"),
                rs.getString("stratum"),
                rs.getInt("score"),
                rs.getString("thresholds"),
                new DecisionJson(
                        rs.getString("parts"), rs.getString("why"), rs.getString("against"), rs.getString("runner_up")),
                Money.of(rs.getLong("residual_minor"), rs.getString("currency")),
                rs.getBoolean("is_shipped"),
                rs.getString("shipped_stratum"));
    }
}
