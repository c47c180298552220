package io.recoup.dunning.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which debtors a run must look at, and what it decided about them. A debtor whose open items are as they were, under
 * the same policy, before the day on which something comes, needs no second look: its last answers stand.
 */
@Repository
public class LookStore {

    private static final JsonFactory JSON = new JsonFactory();

    /** A sum over a debtor's open items that changes when an item comes, goes, or changes its amount or due date. */
    private static final String SEEN =
            "bit_xor(hashint8extended(open_minor, item_id * 100000 + (due_on - DATE '2000-01-01')))";

    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seen the sum over its open items */
    public record Glance(long debtorId, long seen) {

        public DebtorId debtor() {
            return new DebtorId(debtorId);
        }
    }

    /**
     * The next debtors to look at, by id; empty at the end.
     *
     * @param everybody with open items, whether or not something changed
     */
    public List<Glance> next(DebtorId after, int limit, LocalDate today, String policyHash, boolean everybody) {
        return jdbc.sql("""
                SELECT s.debtor_id, s.seen
                FROM (SELECT debtor_id, %s AS seen FROM open_item WHERE debtor_id > :after
                      GROUP BY debtor_id ORDER BY debtor_id) s
                LEFT JOIN (SELECT * FROM debtor_look WHERE debtor_id > :after) l ON l.debtor_id = s.debtor_id
                WHERE :everybody OR l.debtor_id IS NULL OR l.seen <> s.seen OR l.next_on <= :today
                   OR l.policy_hash <> :hash
                ORDER BY s.debtor_id LIMIT :limit
                """.formatted(SEEN))
                .param("after", after.value())
                .param("everybody", everybody)
                .param("today", today)
                .param("hash", policyHash)
                .param("limit", limit)
                .query((row, n) -> new Glance(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** The next of all debtors, also those that owe nothing. */
    public List<Glance> nextOfAll(DebtorId after, int limit) {
        return jdbc.sql("""
                SELECT d.id AS debtor_id,
                       coalesce((SELECT %s FROM open_item o WHERE o.debtor_id = d.id), 0) AS seen
                FROM debtor d WHERE d.id > :after ORDER BY d.id LIMIT :limit
                """.formatted(SEEN))
                .param("after", after.value())
                .param("limit", limit)
                .query(Glance.class)
                .list();
    }

    /** Puts down the answers, and when to look again. A letter decided earlier that day keeps its answer. */
    public void record(List<Glance> glances, List<DebtorPlan> plans, LocalDate on, String policyHash) {
        List<Long> debtors = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        List<String> procedures = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        List<Date> next = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            DebtorPlan plan = plans.get(i);
            LocalDate again = plan.lookAgainOn(on);
            debtors.add(plan.debtor().value());
            seen.add(glances.get(i).seen());
            procedures.add(plan.procedure());
            answers.add(answers(plan));
            next.add(again == null ? null : Date.valueOf(again));
        }
        jdbc.sql("""
                INSERT INTO debtor_decision AS known (debtor_id, decided_on, procedure, answers)
                SELECT d, :on, p, a::jsonb FROM unnest(:debtors::bigint[], :procedures::text[], :answers::text[]) AS t (d, p, a)
                ON CONFLICT (debtor_id, decided_on) DO UPDATE
                SET procedure = excluded.procedure,
                    answers = excluded.answers || (
                        SELECT coalesce(jsonb_agg(a), '[]') FROM jsonb_array_elements(known.answers) AS a
                        WHERE a ->> 'is' = 'notice'
                          AND NOT excluded.answers @> jsonb_build_array(jsonb_build_object('item', a -> 'item', 'is', 'notice')))
                """)
                .param("on", on)
                .param("debtors", debtors.toArray(Long[]::new))
                .param("procedures", procedures.toArray(String[]::new))
                .param("answers", answers.toArray(String[]::new))
                .update();
        jdbc.sql("""
                INSERT INTO debtor_look (debtor_id, decided_on, policy_hash, seen, next_on)
                SELECT d, :on, :hash, s, n FROM unnest(:debtors::bigint[], :seen::bigint[], :next::date[]) AS t (d, s, n)
                ON CONFLICT (debtor_id) DO UPDATE
                SET decided_on = excluded.decided_on, policy_hash = excluded.policy_hash, seen = excluded.seen,
                    next_on = excluded.next_on
                """)
                .param("on", on)
                .param("hash", policyHash)
                .param("debtors", debtors.toArray(Long[]::new))
                .param("seen", seen.toArray(Long[]::new))
                .param("next", next.toArray(Date[]::new))
                .update();
    }

    private static String answers(DebtorPlan plan) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Map.Entry<ItemId, DunningDecision> answer : plan.decisions().entrySet()) {
                DunningDecision decision = answer.getValue();
                json.writeStartObject();
                json.writeNumberField("item", answer.getKey().value());
                json.writeStringField("is", decision.word());
                if (decision instanceof DunningDecision.Notice notice) {
                    json.writeStringField("level", notice.level().name());
                }
                json.writeStringField("why", decision.reason().stored());
                if (decision.nextOn() != null) {
                    json.writeStringField("next", decision.nextOn().toString());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
