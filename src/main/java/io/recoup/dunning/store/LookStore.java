package io.recoup.dunning.store;

import io.recoup.dunning.plan.DebtorLook;
import io.recoup.receivables.DebtorId;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which debtors a run must look at. A debtor whose open items and holds are as they were, under the same policy, before
 * the day on which something comes, needs no second look: its last answers stand. The database itself marks whose items
 * or holds have changed: by statement in {@code debtor_change_lot}, and in {@code debtor_change} since a run took some.
 */
@Repository
public class LookStore {

    private static final String DUE = """
            SELECT debtor_id FROM debtor_look WHERE next_on <= :today OR policy <> hashtextextended(:hash, 0)
            UNION SELECT debtor_id FROM debtor_change
            UNION SELECT unnest(debtors) FROM debtor_change_lot
            """;

    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a run looks at. */
    public enum Whom {
        /** About whom something is new, or whose day has come. */
        CHANGED(DUE),
        /** These, and everybody with open items. */
        IN_DEBT(DUE + "UNION SELECT debtor_id FROM open_item"),
        /** These, and every other debtor there is. */
        ALL(DUE + "UNION SELECT id FROM debtor");

        private final String debtors;

        Whom(String debtors) {
            this.debtors = debtors;
        }
    }

    /** @param lookedOn business date of the last look; null = there was none */
    public record Glance(DebtorId debtor, LocalDate lookedOn) {}

    /** Whom to look at, in the order of their ids. */
    public DebtorIds due(Whom whom, LocalDate today, String policyHash) {
        return DebtorIds.of(
                jdbc.sql(whom.debtors + " ORDER BY 1").param("today", today).param("hash", policyHash));
    }

    /** Every debtor there is, in the order of their ids. */
    public DebtorIds everybody() {
        return DebtorIds.of(jdbc.sql("SELECT id FROM debtor ORDER BY id"));
    }

    /**
     * Those of the debtors that still ask for a look, in the order of their ids, and takes their marks away. Call it
     * before anything is read of them, in one transaction with {@link #record}: what changes later leaves a new mark.
     *
     * @param everybody whether or not something changed
     */
    public List<Glance> take(List<Long> debtors, LocalDate today, String policyHash, boolean everybody) {
        spread();
        return jdbc.sql("""
                WITH changed AS (DELETE FROM debtor_change WHERE debtor_id = ANY (:debtors) RETURNING debtor_id)
                SELECT d, l.decided_on FROM unnest(:debtors::bigint[]) AS t (d) LEFT JOIN debtor_look l ON l.debtor_id = d
                WHERE :everybody OR l.next_on <= :today OR l.policy <> hashtextextended(:hash, 0)
                   OR d IN (SELECT debtor_id FROM changed)
                   OR d IN (SELECT unnest(debtors) FROM debtor_change_lot)
                ORDER BY d
                """)
                .param("debtors", debtors.toArray(Long[]::new))
                .param("everybody", everybody)
                .param("today", today)
                .param("hash", policyHash)
                .query((row, n) -> new Glance(new DebtorId(row.getLong(1)), row.getObject(2, LocalDate.class)))
                .list();
    }

    /** Marks each debtor of the lots by itself. Lots that another run spreads just now are left to it, and still seen. */
    private void spread() {
        jdbc.sql("""
                WITH lot AS (
                    DELETE FROM debtor_change_lot
                    WHERE ctid = ANY (ARRAY(SELECT ctid FROM debtor_change_lot FOR UPDATE SKIP LOCKED))
                    RETURNING debtors)
                INSERT INTO debtor_change SELECT DISTINCT unnest(debtors) FROM lot
                """).update();
    }

    /**
     * A look that planned a letter took it for sent: where it has not left, what was decided for the days after it does
     * not stand. Call it when a run begins.
     */
    public void doubtLettersThatStayed(LocalDate today) {
        jdbc.sql("""
                UPDATE debtor_look l SET next_on = :today
                FROM notice n
                WHERE n.planned_on < :today
                  AND n.planned_on >= (SELECT coalesce(max(business_date), '-infinity') FROM dunning_run
                                       WHERE business_date < :today AND finished_at IS NOT NULL)
                  AND n.state NOT IN ('sent', 'unknown')
                  AND l.debtor_id = n.debtor_id AND l.decided_on = n.planned_on
                """).param("today", today).update();
    }

    /** Puts down when to look again. Call it under the lock of the run. */
    public void record(List<DebtorLook> looks, LocalDate on, String policyHash) {
        Long[] debtors = new Long[looks.size()];
        Date[] next = new Date[looks.size()];
        for (int i = 0; i < looks.size(); i++) {
            DebtorLook look = looks.get(i);
            debtors[i] = look.plan().debtor().value();
            next[i] = look.againOn() == null ? null : Date.valueOf(look.againOn());
        }
        jdbc.sql("""
                INSERT INTO debtor_look (debtor_id, decided_on, policy, next_on)
                SELECT d, :on, hashtextextended(:hash, 0), n FROM unnest(:debtors::bigint[], :next::date[]) AS t (d, n)
                ON CONFLICT (debtor_id) DO UPDATE
                SET decided_on = excluded.decided_on, policy = excluded.policy, next_on = excluded.next_on
                """)
                .param("on", on)
                .param("hash", policyHash)
                .param("debtors", debtors)
                .param("next", next)
                .update();
    }
}
