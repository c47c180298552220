package io.recoup.console.store;

import io.recoup.money.Money;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest allocations: which payment paid which item, and why. */
@Repository
public class MatchedRows {

    /** How far back among the postings the latest allocations are looked for. */
    private static final int WINDOW = 50_000;

    private final JdbcClient jdbc;

    MatchedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param causeKind who decided: inbox, rule, user, agency or bank
     * @param undone true once a later posting took it back
     */
    public record Allocation(
            long posting,
            long receipt,
            String payer,
            long item,
            String number,
            long debtor,
            String debtorName,
            Money amount,
            Instant at,
            String causeKind,
            String cause,
            String reason,
            boolean undone) {}

    public List<Allocation> latest(int limit) {
        return jdbc.sql("""
                        SELECT p.id, p.receipt_id, r.payer_name, p.item_id, i.number, i.debtor_id, d.name AS debtor_name,
                               p.amount_minor, p.currency, p.posted_at, p.cause_kind, p.cause, p.reason,
                               EXISTS (SELECT FROM posting u WHERE u.reverses = p.id) AS undone
                        FROM (SELECT * FROM posting
                              WHERE kind = 'allocated' AND reverses IS NULL
                                AND id > (SELECT coalesce(max(id), 0) - :window FROM posting)
                              ORDER BY id DESC LIMIT :limit) p
                        JOIN receipt r ON r.id = p.receipt_id
                        JOIN item i ON i.id = p.item_id
                        JOIN debtor d ON d.id = i.debtor_id
                        ORDER BY p.id DESC
                        """)
                .param("window", WINDOW)
                .param("limit", limit)
                .query((row, n) -> new Allocation(
                        row.getLong("id"),
                        row.getLong("receipt_id"),
                        row.getString("payer_name"),
                        row.getLong("item_id"),
                        row.getString("number"),
                        row.getLong("debtor_id"),
                        row.getString("debtor_name"),
                        Columns.money(row, "amount_minor"),
                        Columns.instant(row, "posted_at"),
                        row.getString("cause_kind"),
                        row.getString("cause"),
                        row.getString("reason"),
                        row.getBoolean("undone")))
                .list();
    }
}
