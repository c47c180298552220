package io.recoup.dunning.store;

import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.dunning.policy.Policy;
import io.recoup.receivables.ItemId;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The daily runs and the decision about every item. */
@Repository
public class RunStore {

    private final JdbcClient jdbc;

    public RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest date of any run. */
    public Optional<LocalDate> newest() {
        return jdbc.sql("SELECT max(business_date) FROM dunning_run")
                .query(LocalDate.class)
                .optional();
    }

    public boolean isFinished(String procedure, LocalDate on) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM dunning_run
                               WHERE procedure = :procedure AND business_date = :on AND finished_at IS NOT NULL)
                """)
                .param("procedure", procedure)
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    /** @return the run of that date: a new one, or the one that exists */
    public long open(String procedure, LocalDate on, String policyHash) {
        return jdbc.sql("""
                INSERT INTO dunning_run (procedure, business_date, policy_hash) VALUES (:procedure, :on, :hash)
                ON CONFLICT (procedure, business_date)
                DO UPDATE SET policy_hash = excluded.policy_hash, finished_at = NULL
                RETURNING id
                """)
                .param("procedure", procedure)
                .param("on", on)
                .param("hash", policyHash)
                .query(Long.class)
                .single();
    }

    /** Two replicas that run the same date take turns, batch by batch. */
    public void lock(long run) {
        jdbc.sql("SELECT id FROM dunning_run WHERE id = :run FOR UPDATE")
                .param("run", run)
                .query(Long.class)
                .single();
    }

    public void finish(long run, int debtors, int items, int referrals) {
        jdbc.sql("""
                UPDATE dunning_run r
                SET finished_at = now(), debtors = :debtors, items = :items, referrals = r.referrals + :referrals,
                    notices = (SELECT count(*) FROM notice n
                               WHERE n.procedure = r.procedure AND n.planned_on = r.business_date)
                WHERE id = :run
                """)
                .param("run", run)
                .param("debtors", debtors)
                .param("items", items)
                .param("referrals", referrals)
                .update();
    }

    /** Writes why each item was or was not reminded; a letter decided earlier that day keeps its reason. */
    public void explain(Policy policy, LocalDate on, List<DebtorPlan> plans) {
        List<Long> items = new ArrayList<>();
        List<Long> debtors = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        List<Date> next = new ArrayList<>();
        for (DebtorPlan plan : plans) {
            for (Map.Entry<ItemId, DunningDecision> entry : plan.decisions().entrySet()) {
                DunningDecision decision = entry.getValue();
                items.add(entry.getKey().value());
                debtors.add(plan.debtor().value());
                words.add(decision.word());
                levels.add(
                        decision instanceof DunningDecision.Notice notice
                                ? notice.level().name()
                                : null);
                reasons.add(decision.reason());
                next.add(decision.nextOn() == null ? null : Date.valueOf(decision.nextOn()));
            }
        }
        jdbc.sql("""
                INSERT INTO dunning_decision (procedure, business_date, item_id, debtor_id, decision, level, reason, next_on)
                SELECT :procedure, :on, i, d, w, l, r, n
                FROM unnest(:items::bigint[], :debtors::bigint[], :words::text[], :levels::text[], :reasons::text[],
                            :next::date[]) AS t (i, d, w, l, r, n)
                ON CONFLICT (procedure, business_date, item_id) DO UPDATE
                SET decision = excluded.decision, level = excluded.level, reason = excluded.reason,
                    next_on = excluded.next_on
                WHERE dunning_decision.decision <> 'notice'
                """)
                .param("procedure", policy.procedure().name())
                .param("on", on)
                .param("items", items.toArray(Long[]::new))
                .param("debtors", debtors.toArray(Long[]::new))
                .param("words", words.toArray(String[]::new))
                .param("levels", levels.toArray(String[]::new))
                .param("reasons", reasons.toArray(String[]::new))
                .param("next", next.toArray(Date[]::new))
                .update();
    }

    /** @return those of the items that were not reported before */
    public List<ItemId> reportExhausted(List<ItemId> items, String procedure, LocalDate on) {
        return jdbc
                .sql("""
                INSERT INTO exhausted_item (item_id, procedure, reported_on)
                SELECT i, :procedure, :on FROM unnest(:items::bigint[]) AS t (i)
                ON CONFLICT DO NOTHING RETURNING item_id
                """)
                .param("items", items.stream().map(ItemId::value).toArray(Long[]::new))
                .param("procedure", procedure)
                .param("on", on)
                .query(Long.class)
                .list()
                .stream()
                .map(ItemId::new)
                .toList();
    }
}
