package io.recoup.reconciliation.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What persons said of decisions, and the automatic ones drawn for them to check. */
@Repository
public class Labels {

    /** What a label came from. */
    public enum Source {
        AUDIT,
        UNDO,
        REVIEW;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;

    Labels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void draw(Collection<Long> decisions, LocalDate day) {
        jdbc.sql("""
            INSERT INTO match_audit (decision_id, drawn_on) SELECT unnest(:decisions::bigint[]), :day
            ON CONFLICT DO NOTHING
            """)
                .param("decisions", decisions.toArray(Long[]::new))
                .param("day", day)
                .update();
    }

    /** Decisions that were drawn and not yet answered, oldest first. */
    public List<Long> unanswered(int limit) {
        return jdbc.sql("SELECT decision_id FROM match_audit WHERE correct IS NULL ORDER BY decision_id LIMIT :limit")
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** @return false if it was not drawn or is answered already */
    public boolean answer(long decision, boolean correct, String by, LocalDate day) {
        return jdbc.sql("""
            UPDATE match_audit SET correct = :correct, answered_by = :by, answered_on = :day
            WHERE decision_id = :decision AND correct IS NULL
            """)
                        .param("correct", correct)
                        .param("by", by)
                        .param("day", day)
                        .param("decision", decision)
                        .update()
                == 1;
    }

    /** @return its stratum; empty when the decision has a label from there already or no stratum */
    public Optional<String> label(long decision, boolean correct, Source source, String by, LocalDate day) {
        return jdbc.sql("""
            INSERT INTO match_label (decision_id, stratum, shipped, correct, source, said_by, said_on)
            SELECT id, stratum, shipped IS NOT NULL AND shipped = parts AND shipped_stratum = stratum, :correct,
                   :source, :by, :day
            FROM match_decision WHERE id = :decision AND stratum IS NOT NULL
            ON CONFLICT DO NOTHING
            RETURNING stratum
            """)
                .param("decision", decision)
                .param("correct", correct)
                .param("source", source.word())
                .param("by", by)
                .param("day", day)
                .query(String.class)
                .optional();
    }

    /**
     * What is known of the shipped thresholds of one stratum: a decision counts once, and as wrong when anybody says so.
     *
     * @param decisions how many have a label
     */
    public record Count(String stratum, long decisions, long wrong) {}

    public Map<String, Count> counts() {
        Map<String, Count> counts = new TreeMap<>();
        jdbc.sql("""
            SELECT stratum, count(*) AS decisions, count(*) FILTER (WHERE NOT correct) AS wrong
            FROM (SELECT stratum, decision_id, bool_and(correct) AS correct FROM match_label WHERE shipped
                  GROUP BY stratum, decision_id) AS decided
            GROUP BY stratum
            """).query(Count.class).list().forEach(count -> counts.put(count.stratum(), count));
        return counts;
    }

    /** The answers on one stratum after a label, oldest first: true where it was right. */
    public List<Boolean> after(String stratum, long label) {
        return jdbc.sql("SELECT correct FROM match_label WHERE stratum = :stratum AND id > :label ORDER BY id")
                .param("stratum", stratum)
                .param("label", label)
                .query(Boolean.class)
                .list();
    }
}
