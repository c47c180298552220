package io.recoup.demo.store;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on its way to the agency, by the database's clock; only read. */
@Repository
@Profile("demo")
public class AgencyTraffic {

    private final JdbcClient jdbc;

    AgencyTraffic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public OffsetDateTime now() {
        return jdbc.sql("SELECT now()").query(OffsetDateTime.class).single();
    }

    /** Cases and messages that a route could take now; what waits for a person or for its next attempt is not one. */
    public long toLeave() {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM placement
                                WHERE state IN ('prepared', 'submitting') AND next_submit_at <= now())
                             + (SELECT count(*) FROM case_message
                                WHERE state IN ('due', 'sending') AND next_at <= now())
                        """).query(Long.class).single();
    }

    /** @param pollEvery how long after an answer the next question is due */
    public long notAskedSince(OffsetDateTime then, Duration pollEvery) {
        return jdbc.sql("""
                        SELECT count(*) FROM placement
                        WHERE state IN ('submitted', 'under_review', 'active', 'paused', 'action_required',
                                        'recall_requested')
                          AND next_poll_at <= :then + make_interval(secs => :every)
                        """)
                .param("then", then)
                .param("every", pollEvery.toSeconds())
                .query(Long.class)
                .single();
    }

    /** In words; empty when nothing moved. */
    public String movesOn(LocalDate day) {
        List<String> moves = new ArrayList<>();
        add(moves, "referred", "SELECT count(*) FROM referral WHERE proposed_on = :day", day);
        add(moves, "placed", "SELECT count(*) FROM placement WHERE created_on = :day", day);
        add(moves, "closed", "SELECT count(*) FROM placement WHERE closed_on = :day", day);
        return String.join(", ", moves);
    }

    private void add(List<String> moves, String what, String sql, LocalDate day) {
        long count = jdbc.sql(sql).param("day", day).query(Long.class).single();
        if (count > 0) {
            moves.add(count + (count == 1 ? " debtor " : " debtors ") + what);
        }
    }
}
