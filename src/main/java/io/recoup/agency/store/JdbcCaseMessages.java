package io.recoup.agency.store;

import io.recoup.agency.CaseMessages;
import io.recoup.money.Money;
import io.recoup.outbox.OutTask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcCaseMessages implements CaseMessages {

    private final JdbcClient jdbc;

    public JdbcCaseMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tellPayment(long placement, String key, Money amount, LocalDate on, boolean reversed, String how) {
        jdbc.sql("""
                INSERT INTO case_message (placement_id, kind, key, amount_minor, currency, noted_on, reversed, reason)
                VALUES (:placement, 'direct_payment', :key, :amount, :currency, :on, :reversed, :how)
                ON CONFLICT (key) DO NOTHING
                """)
                .param("placement", placement)
                .param("key", key)
                .param("amount", amount.minor())
                .param("currency", amount.currencyCode())
                .param("on", on)
                .param("reversed", reversed)
                .param("how", how)
                .update();
    }

    @Override
    public void tellRecall(long placement, String key, LocalDate on, String reason) {
        jdbc.sql("""
                INSERT INTO case_message (placement_id, kind, key, noted_on, reason)
                VALUES (:placement, 'recall', :key, :on, :reason)
                ON CONFLICT (key) DO NOTHING
                """)
                .param("placement", placement)
                .param("key", key)
                .param("on", on)
                .param("reason", reason)
                .update();
    }

    @Override
    public boolean isRecallWaiting(long placement) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM case_message
                               WHERE placement_id = :placement AND kind = 'recall' AND state = 'due')
                """).param("placement", placement).query(Boolean.class).single();
    }

    @Override
    public void dropRecalls(long placement, String why) {
        jdbc.sql("""
                UPDATE case_message SET state = 'refused', failure = :why
                WHERE placement_id = :placement AND state = 'due' AND kind = 'recall'
                """).param("why", why).param("placement", placement).update();
    }

    @Override
    public void dropAll(long placement, String why) {
        jdbc.sql("""
                UPDATE case_message SET state = 'refused', failure = :why
                WHERE placement_id = :placement AND state = 'due'
                """).param("why", why).param("placement", placement).update();
    }

    private record Due(long id, String agency, boolean unanswered) {}

    @Override
    public List<OutTask> lease(Kind kind, String agency, int limit, Duration lease, RepeatRule repeats) {
        // a case's messages leave one after the other, so that a payment never overtakes its reversal
        List<Due> due = jdbc.sql("""
                SELECT m.id, p.agency, m.state = 'sending' AS unanswered
                FROM case_message m JOIN placement p ON p.id = m.placement_id
                WHERE m.kind = :kind AND (:agency::text IS NULL OR p.agency = :agency)
                  AND p.agency_case_id IS NOT NULL
                  AND ((m.state = 'due' AND m.next_at <= now()) OR (m.state = 'sending' AND m.lease_until < now()))
                  AND NOT EXISTS (SELECT FROM case_message o
                                  WHERE o.placement_id = m.placement_id AND o.kind = m.kind AND o.id < m.id
                                    AND o.state IN ('due', 'sending'))
                ORDER BY m.id FOR UPDATE OF m SKIP LOCKED LIMIT :limit
                """)
                .param("kind", kind.word())
                .param("agency", agency)
                .param("limit", limit)
                .query(Due.class)
                .list();
        List<OutTask> tasks = new ArrayList<>();
        for (Due message : due) {
            if (message.unanswered() && !repeats.mayRepeat(message.agency())) {
                jdbc.sql("""
                        UPDATE case_message SET state = 'unknown', lease_until = NULL,
                               failure = 'no answer came; ask the agency whether it has it, then retry or leave it'
                        WHERE id = :id
                        """).param("id", message.id()).update();
            } else {
                tasks.add(leaseOne(message.id(), lease));
            }
        }
        return tasks;
    }

    private OutTask leaseOne(long id, Duration lease) {
        return jdbc.sql("""
                UPDATE case_message m SET state = 'sending', attempt = m.attempt + 1,
                                          lease_until = now() + make_interval(secs => :lease)
                FROM placement p
                WHERE m.id = :id AND p.id = m.placement_id
                RETURNING m.id, m.key, m.attempt, jsonb_strip_nulls(jsonb_build_object(
                    'key', m.key, 'agency', p.agency, 'caseNumber', p.case_number, 'agencyCaseId', p.agency_case_id,
                    'amountMinor', m.amount_minor, 'currency', m.currency, 'on', m.noted_on,
                    'reversed', CASE WHEN m.kind = 'direct_payment' THEN m.reversed END,
                    'reason', m.reason))::text AS json
                """)
                .param("lease", lease.toSeconds())
                .param("id", id)
                .query(OutTask.class)
                .single();
    }

    @Override
    public Long done(OutTask task) {
        return answered(task, "done", null, null);
    }

    @Override
    public Long again(OutTask task, Duration wait, String failure) {
        return answered(task, "due", wait, failure);
    }

    @Override
    public Long stop(OutTask task, String state, String failure) {
        return answered(task, state, null, failure);
    }

    private Long answered(OutTask task, String state, Duration wait, String failure) {
        return jdbc.sql("""
                UPDATE case_message SET state = :state, failure = :failure, lease_until = NULL,
                                        next_at = now() + make_interval(secs => :wait)
                WHERE id = :id AND attempt = :attempt AND state = 'sending'
                RETURNING placement_id
                """)
                .param("state", state)
                .param("failure", failure)
                .param("wait", wait == null ? 0 : wait.toSeconds())
                .param("id", task.id())
                .param("attempt", task.attempt())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    @Override
    public int retryUnknown(long placement) {
        return jdbc.sql("""
                UPDATE case_message SET state = 'due', next_at = now() WHERE placement_id = :id AND state = 'unknown'
                """).param("id", placement).update();
    }
}
