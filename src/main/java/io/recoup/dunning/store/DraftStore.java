package io.recoup.dunning.store;

import io.recoup.dunning.plan.DunningDecision;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters between planning and release. While a run is under way all of its letters are drafts. */
@Repository
public class DraftStore {

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A letter that a run has planned, one a debtor.
     *
     * @param items what it tells of, in the order of its lines
     */
    public record Draft(DebtorId debtor, DunningDecision.Notice notice, List<OpenItem> items, String messageId) {}

    /**
     * Plans letters; one of the same day that was withdrawn or refused comes to life again, but for one that a person
     * discarded.
     *
     * @return how many; one that lives is not planned twice
     */
    public int plan(List<Draft> drafts, LocalDate on, String policyHash) {
        if (drafts.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                WITH planned AS (
                    INSERT INTO notice (debtor_id, procedure, level, level_days, planned_on, occurrence, message, state,
                                        reason, message_id, policy_hash)
                    SELECT debtor, procedure, level, days, :on, occurrence, message, 'draft', reason, message_id, :hash
                    FROM unnest(:debtors::bigint[], :procedures::text[], :levels::text[], :days::int[],
                                :occurrences::int[], :messages::boolean[], :reasons::text[], :messageIds::text[])
                         AS t (debtor, procedure, level, days, occurrence, message, reason, message_id)
                    ON CONFLICT (debtor_id, procedure, level, planned_on) DO UPDATE
                    SET state = excluded.state, reason = excluded.reason, failure = NULL, next_at = now(),
                        created_at = now(), policy_hash = excluded.policy_hash, approved_by = NULL
                    WHERE notice.state IN ('withdrawn', 'rejected') AND notice.discarded_by IS NULL
                    RETURNING id, debtor_id, procedure, level),
                told AS (
                    INSERT INTO notice_item (notice_id, item_id, procedure, level, occurrence, amount_minor, currency)
                    SELECT p.id, item, p.procedure, p.level, occurrence, minor, currency
                    FROM unnest(:lineDebtors::bigint[], :lineItems::bigint[], :lineOccurrences::int[],
                                :lineMinors::bigint[], :lineCurrencies::text[])
                         AS line (debtor, item, occurrence, minor, currency)
                    JOIN planned p ON p.debtor_id = line.debtor
                    ON CONFLICT (notice_id, item_id) DO UPDATE
                    SET occurrence = excluded.occurrence, amount_minor = excluded.amount_minor, dropped = NULL),
                noted AS (
                    INSERT INTO notice_event (notice_id, what, attempt) SELECT id, 'drafted', 0 FROM planned)
                SELECT count(*) FROM planned
                """)
                .param("on", on)
                .param("hash", policyHash)
                .param("debtors", column(drafts, Long[]::new, draft -> draft.debtor()
                        .value()))
                .param("procedures", column(drafts, String[]::new, draft -> draft.notice()
                        .procedure()))
                .param("levels", column(drafts, String[]::new, draft -> draft.notice()
                        .level()
                        .name()))
                .param("days", column(drafts, Integer[]::new, draft -> draft.notice()
                        .level()
                        .nominalDays()))
                .param("occurrences", column(drafts, Integer[]::new, draft -> draft.notice()
                        .occurrence()))
                .param("messages", column(drafts, Boolean[]::new, draft -> draft.notice()
                        .lines()
                        .isEmpty()))
                .param("reasons", column(drafts, String[]::new, draft -> draft.notice()
                        .reason()
                        .stored()))
                .param("messageIds", column(drafts, String[]::new, Draft::messageId))
                .param("lineDebtors", lines(drafts, Long[]::new, (draft, i) -> draft.debtor()
                        .value()))
                .param("lineItems", lines(drafts, Long[]::new, (draft, i) -> draft.items()
                        .get(i)
                        .id()
                        .value()))
                .param("lineOccurrences", lines(drafts, Integer[]::new, (draft, i) -> draft.notice()
                        .lines()
                        .get(i)
                        .occurrence()))
                .param("lineMinors", lines(drafts, Long[]::new, (draft, i) -> draft.items()
                        .get(i)
                        .open()
                        .minor()))
                .param("lineCurrencies", lines(drafts, String[]::new, (draft, i) -> draft.items()
                        .get(i)
                        .open()
                        .currencyCode()))
                .query(Integer.class)
                .single();
    }

    private static <T> T[] column(List<Draft> drafts, IntFunction<T[]> array, Function<Draft, T> value) {
        return drafts.stream().map(value).toArray(array);
    }

    private static <T> T[] lines(List<Draft> drafts, IntFunction<T[]> array, BiFunction<Draft, Integer, T> value) {
        return drafts.stream()
                .flatMap(draft -> IntStream.range(0, draft.items().size()).mapToObj(i -> value.apply(draft, i)))
                .toArray(array);
    }

    /** Drafts of earlier dates: nobody approved them, and what they say is old. */
    public int supersede(LocalDate on) {
        return withdraw(
                false,
                "planned_on < :on",
                on,
                0,
                "recoup",
                "nobody approved it before the run of " + on + ", which plans anew");
    }

    public int count(LocalDate on) {
        return jdbc.sql("SELECT count(*) FROM notice WHERE state = 'draft' AND planned_on = :on")
                .param("on", on)
                .query(Integer.class)
                .single();
    }

    /** @param levels levels that ask for a person; their letters stay drafts */
    public int release(LocalDate on, List<Asking> levels) {
        return jdbc.sql("""
                UPDATE notice SET state = 'due', next_at = now()
                WHERE state = 'draft' AND planned_on = :on
                  AND NOT EXISTS (SELECT FROM unnest(:procedures::text[], :levels::text[]) AS a (procedure, level)
                                  WHERE a.procedure = notice.procedure AND a.level = notice.level)
                """)
                .param("on", on)
                .param("procedures", levels.stream().map(Asking::procedure).toArray(String[]::new))
                .param("levels", levels.stream().map(Asking::level).toArray(String[]::new))
                .update();
    }

    /** A level whose letters a person must approve. */
    public record Asking(String procedure, String level) {}

    /** @param notice one of them; 0 = all of that date */
    public int approve(LocalDate on, long notice, String by) {
        List<Long> approved = jdbc.sql("""
                UPDATE notice SET state = 'due', next_at = now(), approved_by = :by
                WHERE state = 'draft' AND planned_on = :on AND (:notice = 0 OR id = :notice) RETURNING id
                """)
                .param("by", by)
                .param("on", on)
                .param("notice", notice)
                .query(Long.class)
                .list();
        event(approved, "approved", by, null);
        return approved.size();
    }

    /** @param notice one of them; 0 = all of that date. Their levels are not used up */
    public int discard(LocalDate on, long notice, String by, String reason) {
        return withdraw(true, "planned_on = :on", on, notice, by, reason);
    }

    private int withdraw(boolean byPerson, String which, LocalDate on, long notice, String by, String reason) {
        List<Long> gone = jdbc.sql("""
                UPDATE notice SET state = 'withdrawn', failure = :why, discarded_by = CASE WHEN :person THEN :by END
                WHERE state = 'draft' AND (:notice = 0 OR id = :notice) AND %s RETURNING id
                """.formatted(which))
                .param("why", reason)
                .param("person", byPerson)
                .param("by", by)
                .param("notice", notice)
                .param("on", on)
                .query(Long.class)
                .list();
        jdbc.sql("UPDATE notice_item SET dropped = :why WHERE notice_id = ANY (:ids) AND dropped IS NULL")
                .param("why", "withdrawn: " + reason)
                .param("ids", gone.toArray(Long[]::new))
                .update();
        event(gone, "withdrawn", by, reason);
        return gone.size();
    }

    private void event(List<Long> notices, String what, String by, String reason) {
        jdbc.sql("""
                INSERT INTO notice_event (notice_id, what, attempt, by_whom, reason)
                SELECT id, :what, 0, :by, :reason FROM unnest(:ids::bigint[]) AS t (id)
                """)
                .param("what", what)
                .param("by", by)
                .param("reason", reason)
                .param("ids", notices.toArray(Long[]::new))
                .update();
    }
}
