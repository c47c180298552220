package io.recoup.agency.store;

import io.recoup.agency.FactProblem;
import io.recoup.agency.FactProblems;
import io.recoup.outbox.RecordedFact;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcFactProblems implements FactProblems {

    private final JdbcClient jdbc;

    public JdbcFactProblems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void setAside(long fact, String reason) {
        jdbc.sql("INSERT INTO agency_fact_problem (fact_id, reason) VALUES (:fact, :reason)")
                .param("fact", fact)
                .param("reason", reason)
                .update();
    }

    @Override
    public List<FactProblem> open() {
        return jdbc.sql("""
                SELECT p.fact_id AS fact, f.type, f.subject, p.reason, p.tries, p.found_at
                FROM agency_fact_problem p JOIN fact f ON f.id = p.fact_id AND f.lot =
                     (SELECT max(id) FROM fact_lot WHERE id <= p.fact_id)
                WHERE p.settled_at IS NULL ORDER BY p.fact_id LIMIT 1000
                """).query(FactProblem.class).list();
    }

    @Override
    public Optional<RecordedFact> lock(long fact) {
        return jdbc.sql("""
                SELECT f.id, f.type, f.subject, f.payload::text AS json, f.recorded_at
                FROM agency_fact_problem p JOIN fact f ON f.id = p.fact_id AND f.lot =
                     (SELECT max(id) FROM fact_lot WHERE id <= p.fact_id)
                WHERE p.fact_id = :fact AND p.settled_at IS NULL
                FOR UPDATE OF p SKIP LOCKED
                """).param("fact", fact).query(RecordedFact.class).optional();
    }

    @Override
    public void stillWrong(long fact, String reason) {
        jdbc.sql("UPDATE agency_fact_problem SET tries = tries + 1, reason = :reason WHERE fact_id = :fact")
                .param("reason", reason)
                .param("fact", fact)
                .update();
    }

    @Override
    public void settle(long fact, String by, String how) {
        jdbc.sql("""
                UPDATE agency_fact_problem SET settled_at = now(), settled_by = :by, settled_how = :how
                WHERE fact_id = :fact
                """).param("by", by).param("how", how).param("fact", fact).update();
    }
}
