package io.recoup.agency.store;

import io.recoup.agency.CasePolls;
import io.recoup.outbox.OutTask;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcCasePolls implements CasePolls {

    private final JdbcClient jdbc;

    public JdbcCasePolls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OutTask> lease(String agency, int limit, Duration lease) {
        return jdbc.sql("""
                UPDATE placement p SET poll_attempt = poll_attempt + 1,
                                       poll_lease_until = now() + make_interval(secs => :lease)
                WHERE id IN (SELECT id FROM placement
                             WHERE agency = :agency AND next_poll_at <= now()
                               AND state IN ('submitted', 'under_review', 'active', 'paused', 'action_required',
                                             'recall_requested')
                               AND (poll_lease_until IS NULL OR poll_lease_until < now())
                             ORDER BY next_poll_at FOR UPDATE SKIP LOCKED LIMIT :limit)
                RETURNING id, case_number AS key, poll_attempt AS attempt,
                          (request::jsonb || jsonb_build_object('agencyCaseId', agency_case_id))::text AS json
                """)
                .param("agency", agency)
                .param("lease", lease.toSeconds())
                .param("limit", limit)
                .query(OutTask.class)
                .list();
    }

    @Override
    public boolean polled(OutTask task, Duration next, boolean failed) {
        return jdbc.sql("""
                UPDATE placement SET poll_lease_until = NULL, next_poll_at = now() + make_interval(secs => :next),
                                     poll_failures = CASE WHEN :failed THEN poll_failures + 1 ELSE 0 END
                WHERE id = :id AND poll_attempt = :attempt AND poll_lease_until IS NOT NULL
                """)
                        .param("next", next.toSeconds())
                        .param("failed", failed)
                        .param("id", task.id())
                        .param("attempt", task.attempt())
                        .update()
                == 1;
    }

    @Override
    public int failures(long placement) {
        return jdbc.sql("SELECT poll_failures FROM placement WHERE id = :id")
                .param("id", placement)
                .query(Integer.class)
                .single();
    }
}
