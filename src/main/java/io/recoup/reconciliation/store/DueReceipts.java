package io.recoup.reconciliation.store;

import io.recoup.money.Money;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which waiting receipts are to be looked at, and what would make them so again. */
@Repository
public class DueReceipts {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    DueReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Receipts that wait and were never looked at, or were given back by an undo since. */
    public int addUnseen() {
        return jdbc.sql("""
            INSERT INTO match_due (receipt_id)
            SELECT u.receipt_id FROM unapplied u
            WHERE NOT EXISTS (SELECT FROM match_watch w WHERE w.receipt_id = u.receipt_id)
            ORDER BY u.receipt_id
            ON CONFLICT DO NOTHING
            """).update();
    }

    /** Those that watch one of these keys; a desk that works on one did not know yet, and loses it. */
    public int addWatching(Collection<String> keys) {
        return jdbc.sql("""
            INSERT INTO match_due (receipt_id)
            SELECT receipt_id FROM match_watch WHERE keys && :keys::text[] ORDER BY receipt_id
            ON CONFLICT (receipt_id) DO UPDATE SET lease_until = NULL
            """).param("keys", keys.toArray(String[]::new)).update();
    }

    /** Those whose latest decision is of this stratum by the shipped thresholds, and was not booked. */
    public int addUnbooked(String stratum) {
        return jdbc.sql("""
            INSERT INTO match_due (receipt_id)
            SELECT d.receipt_id FROM match_decision d
            JOIN match_watch w ON w.receipt_id = d.receipt_id
            WHERE d.shipped_stratum = :stratum AND d.shipped IS NOT NULL AND d.decision = 'review'
              AND NOT EXISTS (SELECT FROM match_decision later
                              WHERE later.receipt_id = d.receipt_id AND later.id > d.id)
            ORDER BY d.receipt_id
            ON CONFLICT (receipt_id) DO UPDATE SET lease_until = NULL
            """).param("stratum", stratum).update();
    }

    /**
     * Receipts that one desk works on.
     *
     * @param heard how far the news were heard before it looked at them
     * @param until when its lease ends, which is its mark as well: who took one over has another
     */
    public record Claim(String heard, OffsetDateTime until, List<Long> receipts) {}

    /** Takes the next ones for some minutes; desks that ask at the same time get different ones. */
    public Claim claim(int limit, String heard) {
        List<Long> claimed = new ArrayList<>();
        List<OffsetDateTime> until = jdbc.sql("""
            UPDATE match_due SET lease_until = now() + :lease * interval '1 millisecond'
            WHERE receipt_id IN (SELECT receipt_id FROM match_due
                                 WHERE lease_until IS NULL OR lease_until < now()
                                 ORDER BY receipt_id LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING receipt_id, lease_until
            """)
                .param("lease", LEASE.toMillis())
                .param("limit", limit)
                .query((rs, row) -> {
                    claimed.add(rs.getLong("receipt_id"));
                    return rs.getObject("lease_until", OffsetDateTime.class);
                })
                .list();
        return new Claim(heard, until.isEmpty() ? OffsetDateTime.MIN : until.get(0), claimed);
    }

    public List<PendingReceipt> read(Collection<Long> receipts) {
        return jdbc.sql("""
            SELECT r.id, r.received_on, r.currency, u.left_minor, r.reference, r.remittance, r.end_to_end_id,
                   r.payer_name, r.payer_account, r.debtor_id, u.why AS waits,
                   ARRAY(SELECT DISTINCT p.item_id FROM posting p
                         WHERE p.receipt_id = r.id AND p.kind IN ('allocated', 'netted')
                           AND p.reverses IS NOT NULL AND p.cause_kind = 'user') AS declined,
                   EXISTS (SELECT FROM match_watch w WHERE w.receipt_id = r.id) AS watched
            FROM unapplied u JOIN receipt r ON r.id = u.receipt_id
            WHERE u.receipt_id = ANY (:ids)
            ORDER BY r.id
            """)
                .param("ids", receipts.toArray(Long[]::new))
                .query(DueReceipts::pending)
                .list();
    }

    /** The receipts were decided on and wait: each until something comes that bears one of its keys. */
    public void watch(Map<Long, ? extends Collection<String>> keys) {
        List<Long> of = new ArrayList<>();
        List<String> watched = new ArrayList<>();
        keys.forEach((receipt, some) -> some.forEach(key -> {
            of.add(receipt);
            watched.add(key);
        }));
        jdbc.sql("""
            INSERT INTO match_watch (receipt_id, keys)
            SELECT r.id, coalesce(k.keys, '{}')
            FROM unnest(:receipts::bigint[]) AS r (id)
            LEFT JOIN (SELECT receipt, array_agg(key) AS keys FROM unnest(:of::bigint[], :keys::text[]) AS w (receipt, key)
                       GROUP BY receipt) k ON k.receipt = r.id
            ORDER BY r.id
            ON CONFLICT (receipt_id) DO UPDATE SET keys = excluded.keys
            """)
                .param("receipts", keys.keySet().toArray(Long[]::new))
                .param("of", of.toArray(Long[]::new))
                .param("keys", watched.toArray(String[]::new))
                .update();
    }

    public void unwatch(Collection<Long> receipts) {
        jdbc.sql("DELETE FROM match_watch WHERE receipt_id = ANY (:receipts)")
                .param("receipts", receipts.toArray(Long[]::new))
                .update();
    }

    /** Somebody else moved its money: what waits of it is unseen, and a desk that works on it loses it. */
    public void withdraw(long receipt) {
        unwatch(List.of(receipt));
        jdbc.sql("UPDATE match_due SET lease_until = NULL WHERE receipt_id = :receipt")
                .param("receipt", receipt)
                .update();
    }

    /**
     * Those of these receipts that are still this claim's, which they stay for the rest of the transaction. The last lock
     * to be taken: persons, too, come from the ledger to the receipts that are due.
     */
    public Set<Long> hold(Claim claim, Collection<Long> receipts) {
        return Set.copyOf(jdbc.sql("""
            SELECT receipt_id FROM match_due WHERE receipt_id = ANY (:receipts) AND lease_until = :until
            ORDER BY receipt_id FOR UPDATE
            """)
                .param("receipts", receipts.toArray(Long[]::new))
                .param("until", claim.until())
                .query(Long.class)
                .list());
    }

    /** Those of these receipts that are still this claim's are not due any more. */
    public void done(Claim claim, Collection<Long> receipts) {
        jdbc.sql("DELETE FROM match_due WHERE receipt_id = ANY (:receipts)")
                .param("receipts", hold(claim, receipts).toArray(Long[]::new))
                .update();
    }

    /** Gives those of these receipts back that are still this claim's, to be looked at anew. */
    public void release(Claim claim, Collection<Long> receipts) {
        jdbc.sql("UPDATE match_due SET lease_until = NULL WHERE receipt_id = ANY (:receipts)")
                .param("receipts", hold(claim, receipts).toArray(Long[]::new))
                .update();
    }

    /** The ledger had moved on. @return by receipt, how often that happened to those that are still this claim's */
    public Map<Long, Integer> refused(Claim claim, Collection<Long> receipts) {
        Map<Long, Integer> refusals = new HashMap<>();
        jdbc.sql("""
            UPDATE match_due SET refusals = refusals + 1 WHERE receipt_id = ANY (:receipts)
            RETURNING receipt_id, refusals
            """)
                .param("receipts", hold(claim, receipts).toArray(Long[]::new))
                .query((rs, row) -> refusals.put(rs.getLong(1), rs.getInt(2)))
                .list();
        return refusals;
    }

    private static PendingReceipt pending(ResultSet rs, int row) throws SQLException {
        long debtor = rs.getLong("debtor_id");
        boolean known = !rs.wasNull();
        Array declined = rs.getArray("declined");
        return new PendingReceipt(
                rs.getLong("id"),
                rs.getObject("received_on", LocalDate.class),
                Money.of(rs.getLong("left_minor"), rs.getString("currency")),
                rs.getString("reference"),
                rs.getString("remittance"),
                rs.getString("end_to_end_id"),
                rs.getString("payer_name"),
                rs.getString("payer_account"),
                known ? debtor : null,
                rs.getString("waits"),
                Set.of((Long[]) declined.getArray()),
                rs.getBoolean("watched"));
    }
}
