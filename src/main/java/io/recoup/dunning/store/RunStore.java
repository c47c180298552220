package io.recoup.dunning.store;

import static java.util.stream.Collectors.toSet;

import io.recoup.dunning.policy.Action;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import io.recoup.receivables.ItemId;
import io.recoup.store.CopyRows;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The daily runs: one row for each procedure of the policy and business date. */
@Repository
public class RunStore {

    private final JdbcClient jdbc;
    private final JdbcOperations rows;

    public RunStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(dataSource);
    }

    /** The newest date of any run. */
    public Optional<LocalDate> newest() {
        return jdbc.sql("SELECT max(business_date) FROM dunning_run")
                .query(LocalDate.class)
                .optional();
    }

    public boolean isFinished(LocalDate on) {
        return jdbc.sql("""
                SELECT count(*) > 0 AND bool_and(finished_at IS NOT NULL) FROM dunning_run WHERE business_date = :on
                """).param("on", on).query(Boolean.class).single();
    }

    /** Opens the runs of that date; those that exist go on. */
    public void open(Policy policy, LocalDate on) {
        List<String> procedures = new ArrayList<>(
                policy.procedures().stream().map(Procedure::name).toList());
        if (!policy.actions().isEmpty()) {
            procedures.add(Action.PROCEDURE);
        }
        jdbc.sql("""
                INSERT INTO dunning_run (procedure, business_date, policy_hash)
                SELECT p, :on, :hash FROM unnest(:procedures::text[]) AS p
                ON CONFLICT (procedure, business_date)
                DO UPDATE SET policy_hash = excluded.policy_hash, finished_at = NULL,
                    opened_at = CASE WHEN dunning_run.finished_at IS NULL THEN dunning_run.opened_at ELSE now() END
                """)
                .param("procedures", procedures.toArray(String[]::new))
                .param("on", on)
                .param("hash", policy.hash())
                .update();
    }

    /**
     * Two replicas that run the same date take turns, batch by batch.
     *
     * @return whether the other one has ended the run meanwhile
     */
    public boolean lock(LocalDate on) {
        return jdbc.sql("""
                SELECT finished_at IS NOT NULL FROM dunning_run WHERE business_date = :on ORDER BY id FOR UPDATE
                """).param("on", on).query(Boolean.class).list().contains(true);
    }

    /** What a pass over all debtors saw, added to the run of each procedure. */
    public record Counted(String procedure, int debtors, int items, int referrals, int tasks) {}

    /** @param usual letters of the runs before, their median */
    public void finish(LocalDate on, List<Counted> counted, int usual) {
        for (Counted count : counted) {
            jdbc.sql("""
                    UPDATE dunning_run
                    SET debtors = greatest(debtors, :debtors), items = greatest(items, :items),
                        referrals = referrals + :referrals, tasks = tasks + :tasks
                    WHERE business_date = :on AND procedure = :procedure
                    """)
                    .param("debtors", count.debtors())
                    .param("items", count.items())
                    .param("referrals", count.referrals())
                    .param("tasks", count.tasks())
                    .param("on", on)
                    .param("procedure", count.procedure())
                    .update();
        }
        jdbc.sql("""
                UPDATE dunning_run r
                SET finished_at = now(), usual = :usual,
                    notices = (SELECT count(*) FROM notice n
                               WHERE n.procedure = r.procedure AND n.planned_on = r.business_date)
                WHERE business_date = :on
                """).param("usual", usual).param("on", on).update();
    }

    /** Letters of a run as a rule: the median of the last twenty dates that had any; 0 = none had. */
    public int usualLetters(LocalDate before) {
        return jdbc.sql("""
                SELECT coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY letters), 0)
                FROM (SELECT sum(notices) AS letters FROM dunning_run
                      WHERE business_date < :before AND finished_at IS NOT NULL
                      GROUP BY business_date HAVING sum(notices) > 0
                      ORDER BY business_date DESC LIMIT 20) AS recent
                """).param("before", before).query(Integer.class).single();
    }

    /** Why the letters of that date wait for a person. */
    public void wait(LocalDate on, String why) {
        jdbc.sql("UPDATE dunning_run SET waits = :why WHERE business_date = :on AND approved_at IS NULL")
                .param("why", why)
                .param("on", on)
                .update();
    }

    public void approved(LocalDate on, String by) {
        jdbc.sql("""
                UPDATE dunning_run SET waits = NULL, approved_by = :by, approved_at = now()
                WHERE business_date = :on AND approved_at IS NULL
                """).param("by", by).param("on", on).update();
    }

    public boolean isApproved(LocalDate on) {
        return jdbc.sql("SELECT bool_or(approved_at IS NOT NULL) FROM dunning_run WHERE business_date = :on")
                .param("on", on)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Call it under the lock of the run.
     *
     * @return those of the items that were not reported before, or not since their money was taken back
     */
    public Set<ItemId> reportExhausted(List<Exhausted> exhausted, LocalDate on) {
        Map<Long, Exhausted> unreported = new LinkedHashMap<>();
        exhausted.forEach(each -> unreported.put(each.item().value(), each));
        jdbc.sql("""
                SELECT item_id FROM exhausted_item
                JOIN unnest(:items::bigint[], :reopened::date[]) AS e (item, reopened_on) ON item = item_id
                WHERE reported_on = :on OR reopened_on IS NULL OR reported_on > reopened_on
                """)
                .param("items", unreported.keySet().toArray(Long[]::new))
                .param(
                        "reopened",
                        unreported.values().stream()
                                .map(Exhausted::reopenedOn)
                                .map(day -> day == null ? null : Date.valueOf(day))
                                .toArray(Date[]::new))
                .param("on", on)
                .query(row -> {
                    unreported.remove(row.getLong(1));
                });
        CopyRows reported = new CopyRows();
        unreported.forEach((item, each) ->
                reported.row(3).bigint(item).text(each.procedure()).date(on));
        rows.execute(reported.into("exhausted_item (item_id, procedure, reported_on)"));
        return unreported.values().stream().map(Exhausted::item).collect(toSet());
    }

    /** @param reopenedOn when its payment was taken back; null = never */
    public record Exhausted(ItemId item, String procedure, LocalDate reopenedOn) {}
}
