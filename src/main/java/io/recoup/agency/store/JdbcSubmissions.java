package io.recoup.agency.store;

import io.recoup.agency.Placement;
import io.recoup.agency.Submissions;
import io.recoup.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcSubmissions implements Submissions {

    private final JdbcClient jdbc;

    public JdbcSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Long> next(String agency) {
        return jdbc.sql("""
                SELECT id FROM placement
                WHERE agency = :agency AND state IN ('prepared', 'submitting')
                  AND next_submit_at <= now() AND (lease_until IS NULL OR lease_until < now())
                ORDER BY next_submit_at, id
                FOR UPDATE SKIP LOCKED LIMIT 1
                """).param("agency", agency).query(Long.class).optional();
    }

    @Override
    public void freeze(long placement, Money principal, String request, List<Placement.Part> parts) {
        jdbc.sql("""
                UPDATE placement SET principal_minor = :principal, request = :request::json
                WHERE id = :id
                """)
                .param("principal", principal.minor())
                .param("request", request)
                .param("id", placement)
                .update();
        for (Placement.Part part : parts) {
            jdbc.sql("""
                    UPDATE placement_item SET amount_minor = :amount, told_posting = :told
                    WHERE placement_id = :id AND item_id = :item
                    """)
                    .param("amount", part.amount().minor())
                    .param("told", part.toldPosting())
                    .param("id", placement)
                    .param("item", part.item().value())
                    .update();
        }
    }

    @Override
    public int lease(long placement, Duration lease, boolean lookupFirst) {
        return jdbc.sql("""
                UPDATE placement SET attempt = attempt + 1, lookup_first = :lookup,
                                     lease_until = now() + make_interval(secs => :lease)
                WHERE id = :id RETURNING attempt
                """)
                .param("lookup", lookupFirst)
                .param("lease", lease.toSeconds())
                .param("id", placement)
                .query(Integer.class)
                .single();
    }

    @Override
    public void again(long placement, Duration wait, boolean lookupFirst, String failure) {
        jdbc.sql("""
                UPDATE placement SET lease_until = NULL, lookup_first = :lookup, failure = :failure,
                                     next_submit_at = now() + make_interval(secs => :wait)
                WHERE id = :id
                """)
                .param("lookup", lookupFirst)
                .param("failure", failure)
                .param("wait", wait == null ? null : wait.toSeconds(), java.sql.Types.DOUBLE)
                .param("id", placement)
                .update();
    }

    @Override
    public void accepted(long placement, String agencyCaseId, Duration pollAfter) {
        jdbc.sql("""
                UPDATE placement SET agency_case_id = :theirs, lease_until = NULL, next_submit_at = NULL,
                                     failure = NULL, alert = NULL,
                                     next_poll_at = now() + make_interval(secs => :wait)
                WHERE id = :id
                """)
                .param("theirs", agencyCaseId)
                .param("wait", pollAfter.toSeconds())
                .param("id", placement)
                .update();
    }
}
