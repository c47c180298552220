package io.recoup.dunning.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.recoup.dunning.plan.DebtorLook;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private static final String ITEMS =
            "bit_xor(hashint8extended(open_minor, item_id * 100000 + (due_on - DATE '2000-01-01')))";

    /** The same over what is on hold, with all that is told of a hold. */
    private static final String HOLDS =
            "bit_xor(hashtextextended(concat_ws(E'\\x1f', item_id, kind, until_on, reason), id))";

    private final JdbcClient jdbc;
    private final JdbcOperations rows;

    LookStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(dataSource);
    }

    /**
     * @param seen the sum over its open items and holds
     * @param lookedOn business date of the last look; null = there was none
     */
    public record Glance(long debtorId, long seen, LocalDate lookedOn) {

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
                SELECT s.debtor_id, s.seen # coalesce(h.held, 0), l.decided_on
                FROM (SELECT debtor_id, %s AS seen FROM open_item WHERE debtor_id > :after
                      GROUP BY debtor_id ORDER BY debtor_id) s
                LEFT JOIN (SELECT debtor_id, %s AS held FROM hold WHERE released_at IS NULL AND debtor_id > :after
                           GROUP BY debtor_id ORDER BY debtor_id) h ON h.debtor_id = s.debtor_id
                LEFT JOIN (SELECT * FROM debtor_look WHERE debtor_id > :after) l ON l.debtor_id = s.debtor_id
                WHERE :everybody OR l.debtor_id IS NULL OR l.seen <> s.seen # coalesce(h.held, 0)
                   OR l.next_on <= :today OR l.policy <> hashtextextended(:hash, 0)
                ORDER BY s.debtor_id LIMIT :limit
                """.formatted(ITEMS, HOLDS))
                .param("after", after.value())
                .param("everybody", everybody)
                .param("today", today)
                .param("hash", policyHash)
                .param("limit", limit)
                .query((row, n) -> new Glance(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class)))
                .list();
    }

    /** The next of all debtors, also those that owe nothing. */
    public List<Glance> nextOfAll(DebtorId after, int limit) {
        return jdbc.sql("""
                SELECT d.id AS debtor_id,
                       coalesce((SELECT %s FROM open_item o WHERE o.debtor_id = d.id), 0)
                       # coalesce((SELECT %s FROM hold h WHERE h.debtor_id = d.id AND h.released_at IS NULL), 0) AS seen,
                       l.decided_on AS looked_on
                FROM debtor d LEFT JOIN debtor_look l ON l.debtor_id = d.id
                WHERE d.id > :after ORDER BY d.id LIMIT :limit
                """.formatted(ITEMS, HOLDS))
                .param("after", after.value())
                .param("limit", limit)
                .query(Glance.class)
                .list();
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

    /**
     * Money that came and was taken back between two looks leaves an item as it was, but for the day from which it owes
     * again: the ladder starts anew. Call it when a run begins.
     */
    public void doubtReopened(LocalDate today) {
        jdbc.sql("""
                UPDATE debtor_look l SET next_on = :today
                FROM posting p JOIN item i ON i.id = p.item_id
                WHERE p.kind = 'allocated' AND p.reverses IS NOT NULL
                  AND p.business_date >= (SELECT coalesce(max(business_date), '-infinity') FROM dunning_run
                                          WHERE business_date < :today AND finished_at IS NOT NULL)
                  AND l.debtor_id = i.debtor_id AND l.decided_on <= p.business_date
                """).param("today", today).update();
    }

    /** Puts down the answers, and when to look again. Call it under the lock of the run. */
    public void record(List<Glance> glances, List<DebtorLook> found, LocalDate on, String policyHash) {
        CopyRows first = new CopyRows();
        List<DebtorLook> again = new ArrayList<>();
        Long[] debtors = new Long[found.size()];
        Long[] seen = new Long[found.size()];
        Date[] next = new Date[found.size()];
        for (int i = 0; i < found.size(); i++) {
            DebtorLook look = found.get(i);
            debtors[i] = look.plan().debtor().value();
            seen[i] = glances.get(i).seen();
            next[i] = look.againOn() == null ? null : Date.valueOf(look.againOn());
            if (on.equals(glances.get(i).lookedOn())) {
                again.add(look);
            } else {
                first.row(4)
                        .bigint(look.plan().debtor().value())
                        .date(on)
                        .text(look.plan().procedure())
                        .json(answers(look));
            }
        }
        rows.execute(first.into("debtor_decision (debtor_id, decided_on, procedure, answers)"));
        amend(again, on);
        jdbc.sql("""
                INSERT INTO debtor_look (debtor_id, decided_on, policy, seen, next_on)
                SELECT d, :on, hashtextextended(:hash, 0), s, n FROM unnest(:debtors::bigint[], :seen::bigint[], :next::date[]) AS t (d, s, n)
                ON CONFLICT (debtor_id) DO UPDATE
                SET decided_on = excluded.decided_on, policy = excluded.policy, seen = excluded.seen,
                    next_on = excluded.next_on
                """)
                .param("on", on)
                .param("hash", policyHash)
                .param("debtors", debtors)
                .param("seen", seen)
                .param("next", next)
                .update();
    }

    /** The answers of a second look on a day stand; a letter decided earlier that day keeps its answer. */
    private void amend(List<DebtorLook> looks, LocalDate on) {
        if (looks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO debtor_decision AS known (debtor_id, decided_on, procedure, answers)
                SELECT d, :on, p, a::json FROM unnest(:debtors::bigint[], :procedures::text[], :answers::text[]) AS t (d, p, a)
                ON CONFLICT (debtor_id, decided_on) DO UPDATE
                SET procedure = excluded.procedure,
                    answers = (excluded.answers::jsonb || (
                        SELECT coalesce(jsonb_agg(a), '[]') FROM jsonb_array_elements(known.answers::jsonb) AS a
                        WHERE a ->> 'is' = 'notice'
                          AND NOT excluded.answers::jsonb
                              @> jsonb_build_array(jsonb_build_object('item', a -> 'item', 'is', 'notice'))))::json
                """)
                .param("on", on)
                .param(
                        "debtors",
                        looks.stream().map(look -> look.plan().debtor().value()).toArray(Long[]::new))
                .param(
                        "procedures",
                        looks.stream().map(look -> look.plan().procedure()).toArray(String[]::new))
                .param(
                        "answers",
                        looks.stream()
                                .map(look -> new String(answers(look), StandardCharsets.UTF_8))
                                .toArray(String[]::new))
                .update();
    }

    /** Of an item in a letter also what stands once that has left. */
    private static byte[] answers(DebtorLook look) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Map.Entry<ItemId, DunningDecision> answer :
                    look.plan().decisions().entrySet()) {
                answer(
                        json,
                        answer.getKey(),
                        answer.getValue(),
                        look.then().decisions().get(answer.getKey()));
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toByteArray();
    }

    private static void answer(JsonGenerator json, ItemId item, DunningDecision decision, DunningDecision then)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("item", item.value());
        json.writeStringField("is", decision.word());
        if (decision instanceof DunningDecision.Notice notice) {
            json.writeStringField("level", notice.level().name());
        }
        json.writeStringField("why", decision.reason().stored());
        if (then != decision) {
            json.writeStringField("then", then.reason().stored());
        }
        if (then.nextOn() != null) {
            json.writeStringField("next", then.nextOn().toString());
        }
        json.writeEndObject();
    }
}
