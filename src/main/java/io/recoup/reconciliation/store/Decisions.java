package io.recoup.reconciliation.store;

import io.recoup.money.Money;
import io.recoup.reconciliation.match.Match;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every decision on a receipt, each once. */
@Repository
public class Decisions {

    /** Raised whenever the same payments and items may be decided otherwise. */
    public static final String ENGINE = "3";

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
     * A decision to be stored.
     *
     * @param thresholds under which it was taken
     * @param shipped what the shipped thresholds make of it
     */
    public record Taken(long receipt, Match match, String thresholds, Match shipped) {

        boolean isShipped() {
            return shipped.decision() == Match.Decision.AUTO;
        }
    }

    /** One decision in the words of its columns. */
    private record Columns(
            Taken taken,
            DecisionJson json,
            String decision,
            @Nullable String shippedParts) {

        static Columns of(Taken taken) {
            return new Columns(
                    taken,
                    DecisionJson.of(taken.match()),
                    taken.match().decision().name().toLowerCase(Locale.ROOT),
                    taken.isShipped() ? DecisionJson.of(taken.shipped()).parts() : null);
        }

        @Nullable
        String stratum() {
            return taken.match().stratum() == null
                    ? null
                    : taken.match().stratum().toString();
        }

        @Nullable
        String shippedStratum() {
            return taken.isShipped() ? String.valueOf(taken.shipped().stratum()) : null;
        }

        String content() {
            return String.join(
                    "\n",
                    decision,
                    String.valueOf(taken.match().stratum()),
                    json.parts(),
                    taken.match().residual().toString(),
                    json.why(),
                    String.valueOf(json.against()),
                    String.valueOf(shippedParts));
        }
    }

    /**
     * @param taken one of each receipt
     * @return the ids by receipt, of those that do not say what the one before said
     */
    public Map<Long, Long> store(List<Taken> taken, LocalDate day) {
        List<Columns> rows = taken.stream().map(Columns::of).toList();
        Map<Long, Long> ids = new HashMap<>();
        jdbc.sql("""
            INSERT INTO match_decision (receipt_id, day, decision, stratum, score, thresholds, engine, parts,
                                        residual_minor, currency, why, against, runner_up, shipped, shipped_stratum,
                                        content)
            SELECT receipt, :day, decision, stratum, score, thresholds, :engine, parts::jsonb, residual, currency,
                   why::jsonb, against::jsonb, runner_up::jsonb, shipped::jsonb, shipped_stratum, md5(d.content)::uuid
            FROM unnest(:receipts::bigint[], :decisions::text[], :strata::text[], :scores::int[], :thresholds::text[],
                        :parts::text[], :residuals::bigint[], :currencies::text[], :whys::text[], :againsts::text[],
                        :runnersUp::text[], :shippeds::text[], :shippedStrata::text[], :contents::text[])
                 WITH ORDINALITY AS d (receipt, decision, stratum, score, thresholds, parts, residual, currency, why,
                                       against, runner_up, shipped, shipped_stratum, content, nr)
            WHERE md5(d.content)::uuid IS DISTINCT FROM
                  (SELECT content FROM match_decision WHERE receipt_id = d.receipt ORDER BY id DESC LIMIT 1)
            ORDER BY nr
            RETURNING id, receipt_id
            """)
                .param("day", day)
                .param("engine", ENGINE)
                .param("receipts", taken.stream().map(Taken::receipt).toArray(Long[]::new))
                .param("decisions", texts(rows, Columns::decision))
                .param("strata", texts(rows, Columns::stratum))
                .param("scores", taken.stream().map(one -> one.match().score()).toArray(Integer[]::new))
                .param("thresholds", texts(rows, row -> row.taken().thresholds()))
                .param("parts", texts(rows, row -> row.json().parts()))
                .param(
                        "residuals",
                        taken.stream()
                                .map(one -> one.match().residual().minor())
                                .toArray(Long[]::new))
                .param(
                        "currencies",
                        texts(rows, row -> row.taken().match().residual().currencyCode()))
                .param("whys", texts(rows, row -> row.json().why()))
                .param("againsts", texts(rows, row -> row.json().against()))
                .param("runnersUp", texts(rows, row -> row.json().runnerUp()))
                .param("shippeds", texts(rows, Columns::shippedParts))
                .param("shippedStrata", texts(rows, Columns::shippedStratum))
                .param("contents", texts(rows, Columns::content))
                .query((rs, row) -> ids.put(rs.getLong(2), rs.getLong(1)))
                .list();
        return ids;
    }

    private static String[] texts(List<Columns> rows, Function<Columns, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
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
