package io.recoup.dunning.store;

import io.recoup.dunning.plan.DebtorLook;
import io.recoup.dunning.store.LookStore.Glance;
import io.recoup.store.CopyRows;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about a debtor on a date: one row with the answers for all of its open items. */
@Repository
public class DecisionStore {

    private final JdbcClient jdbc;
    private final JdbcOperations rows;

    DecisionStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(dataSource);
    }

    /**
     * Puts down the answers. Call it under the lock of the run.
     *
     * @param glances of the same debtors in the same order
     */
    public void record(List<Glance> glances, List<DebtorLook> looks, LocalDate on) {
        CopyRows first = new CopyRows();
        Answers answers = new Answers();
        List<DebtorLook> again = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            DebtorLook look = looks.get(i);
            if (on.equals(glances.get(i).lookedOn())) {
                again.add(look);
            } else {
                first.row(5)
                        .bigint(look.plan().debtor().value())
                        .date(on)
                        .date(glances.get(i).lookedOn())
                        .text(look.plan().procedure())
                        .utf8(answers.of(look));
            }
        }
        rows.execute(first.into("debtor_decision (debtor_id, decided_on, previous_on, procedure, answers)"));
        amend(again, answers, on);
    }

    /** The answers of a second look on a day stand; a letter decided earlier that day keeps its answer. */
    private void amend(List<DebtorLook> looks, Answers answers, LocalDate on) {
        if (looks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO debtor_decision AS known (debtor_id, decided_on, procedure, answers)
                SELECT d, :on, p, a::json FROM unnest(:debtors::bigint[], :procedures::text[], :answers::text[]) AS t (d, p, a)
                ON CONFLICT (decided_on, debtor_id) DO UPDATE
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
                                .map(look -> new String(answers.of(look), StandardCharsets.UTF_8))
                                .toArray(String[]::new))
                .update();
    }
}
