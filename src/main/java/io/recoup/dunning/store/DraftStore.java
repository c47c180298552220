package io.recoup.dunning.store;

import io.recoup.dunning.plan.DunningDecision;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.OpenItem;
import io.recoup.store.CopyRows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Letters between planning and release. One that a person must approve is a draft; the others are due, and none of them
 * leaves before their run has ended and the whole is known.
 */
@Repository
public class DraftStore {

    /** Planned as due by a run that has not ended. */
    static final String UNRELEASED = """
            state = 'due' AND NOT resend AND procedure <> 'letters'
            AND planned_on = ANY (ARRAY(SELECT business_date FROM dunning_run WHERE finished_at IS NULL))
            AND created_at >= (SELECT min(opened_at) FROM dunning_run WHERE finished_at IS NULL)
            """;

    private final JdbcClient jdbc;
    private final JdbcOperations rows;

    DraftStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(dataSource);
    }

    /**
     * A letter that a run has planned, one a debtor.
     *
     * @param items what it tells of, in the order of its lines
     * @param again whether the debtor was looked at earlier that day: then there may be a letter already
     */
    public record Draft(
            DebtorId debtor, DunningDecision.Notice notice, List<OpenItem> items, String messageId, boolean again) {

        String state() {
            return notice.level().approval() ? "draft" : "due";
        }
    }

    /**
     * Plans letters. Call it under the lock of the run.
     *
     * @return how many; one that lives is not planned twice
     */
    public int plan(List<Draft> drafts, LocalDate on, String policyHash) {
        List<Draft> first = drafts.stream().filter(draft -> !draft.again()).toList();
        List<Draft> again = drafts.stream().filter(Draft::again).toList();
        if (!first.isEmpty()) {
            enter(first, on, policyHash);
        }
        return first.size() + (again.isEmpty() ? 0 : revive(again, on, policyHash));
    }

    private void enter(List<Draft> drafts, LocalDate on, String policyHash) {
        List<Long> ids = jdbc.sql("SELECT nextval('notice_id_seq') FROM generate_series(1, :letters)")
                .param("letters", drafts.size())
                .query(Long.class)
                .list();
        CopyRows letters = new CopyRows();
        CopyRows lines = new CopyRows();
        for (int i = 0; i < drafts.size(); i++) {
            letter(letters, ids.get(i), drafts.get(i), on, policyHash);
            lines(lines, ids.get(i), drafts.get(i));
        }
        rows.execute(letters.into("""
                notice (id, debtor_id, procedure, level, level_days, planned_on, occurrence, message, state, reason,
                        message_id, policy_hash)
                """));
        rows.execute(
                lines.into(
                        "notice_item (notice_id, debtor_id, item_id, procedure, level, level_days, occurrence, amount_minor, currency)"));
    }

    private static void letter(CopyRows letters, long id, Draft draft, LocalDate on, String policyHash) {
        DunningDecision.Notice notice = draft.notice();
        letters.row(12)
                .bigint(id)
                .bigint(draft.debtor().value())
                .text(notice.procedure())
                .text(notice.level().name())
                .integer(notice.level().nominalDays())
                .date(on)
                .integer(notice.occurrence())
                .bool(notice.lines().isEmpty())
                .text(draft.state())
                .text(notice.reason().stored())
                .text(draft.messageId())
                .text(policyHash);
    }

    private static void lines(CopyRows lines, long id, Draft draft) {
        for (int i = 0; i < draft.items().size(); i++) {
            OpenItem item = draft.items().get(i);
            lines.row(9)
                    .bigint(id)
                    .bigint(draft.debtor().value())
                    .bigint(item.id().value())
                    .text(draft.notice().procedure())
                    .text(draft.notice().level().name())
                    .integer(draft.notice().level().nominalDays())
                    .integer(draft.notice().lines().get(i).occurrence())
                    .bigint(item.open().minor())
                    .text(item.open().currencyCode());
        }
    }

    /** One of the same day that was withdrawn or refused comes to life again, but for one that a person discarded. */
    private int revive(List<Draft> drafts, LocalDate on, String policyHash) {
        return jdbc.sql("""
                WITH planned AS (
                    INSERT INTO notice (debtor_id, procedure, level, level_days, planned_on, occurrence, message, state,
                                        reason, message_id, policy_hash)
                    SELECT debtor, procedure, level, days, :on, occurrence, message, state, reason, message_id, :hash
                    FROM unnest(:debtors::bigint[], :procedures::text[], :levels::text[], :days::int[],
                                :occurrences::int[], :messages::boolean[], :states::text[], :reasons::text[],
                                :messageIds::text[])
                         AS t (debtor, procedure, level, days, occurrence, message, state, reason, message_id)
                    ON CONFLICT (planned_on, debtor_id, procedure, level, occurrence) DO UPDATE
                    SET state = excluded.state, reason = excluded.reason, failure = NULL, next_at = now(),
                        created_at = now(), policy_hash = excluded.policy_hash, approved_by = NULL, resend = false
                    WHERE notice.state IN ('withdrawn', 'rejected') AND notice.discarded_by IS NULL
                    RETURNING id, debtor_id, procedure, level, level_days),
                told AS (
                    INSERT INTO notice_item (notice_id, debtor_id, item_id, procedure, level, level_days, occurrence,
                                             amount_minor, currency)
                    SELECT p.id, p.debtor_id, item, p.procedure, p.level, p.level_days, occurrence, minor, currency
                    FROM unnest(:lineDebtors::bigint[], :lineItems::bigint[], :lineOccurrences::int[],
                                :lineMinors::bigint[], :lineCurrencies::text[])
                         AS line (debtor, item, occurrence, minor, currency)
                    JOIN planned p ON p.debtor_id = line.debtor
                    ON CONFLICT (notice_id, item_id) DO UPDATE
                    SET occurrence = excluded.occurrence, amount_minor = excluded.amount_minor, dropped = NULL)
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
                .param("states", column(drafts, String[]::new, Draft::state))
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

    /** Letters of earlier dates that nobody approved, or whose run was interrupted: what they say is old. */
    public int supersede(LocalDate on) {
        return withdraw(
                false,
                "planned_on < :on AND procedure <> 'letters' AND (state = 'draft' OR " + UNRELEASED + ")",
                on,
                null,
                "recoup",
                "nobody approved it before the run of " + on + ", which plans anew");
    }

    public int count(LocalDate on) {
        return jdbc.sql(
                        "SELECT count(*) FROM notice WHERE state = 'draft' AND planned_on = :on AND procedure <> 'letters'")
                .param("on", on)
                .query(Integer.class)
                .single();
    }

    /** Drafts, and what an unfinished run has planned as due. */
    public int countUnreleased(LocalDate on) {
        return jdbc.sql(
                        "SELECT count(*) FROM notice WHERE planned_on = :on AND procedure <> 'letters' AND (state = 'draft' OR %s)"
                                .formatted(UNRELEASED))
                .param("on", on)
                .query(Integer.class)
                .single();
    }

    /** Every letter of an unfinished run waits for a person. */
    public void hold(LocalDate on) {
        jdbc.sql("UPDATE notice SET state = 'draft' WHERE planned_on = :on AND " + UNRELEASED)
                .param("on", on)
                .update();
    }

    /** @param levels levels that ask for a person; their letters stay drafts */
    public int release(LocalDate on, List<Asking> levels) {
        return jdbc.sql("""
                UPDATE notice SET state = 'due', next_at = now()
                WHERE state = 'draft' AND planned_on = :on AND procedure <> 'letters'
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

    /** @param which some of them; null = all. What is no draft of that date is left alone */
    public int approve(LocalDate on, Collection<Long> which, String by) {
        List<Long> approved = jdbc.sql("""
                UPDATE notice SET state = 'due', next_at = now(), approved_by = :by
                WHERE state = 'draft' AND planned_on = :on AND procedure <> 'letters'
                  AND (:which::bigint[] IS NULL OR id = ANY (:which::bigint[])) RETURNING id
                """)
                .param("by", by)
                .param("on", on)
                .param("which", ids(which))
                .query(Long.class)
                .list();
        event(approved, "approved", by, null);
        return approved.size();
    }

    /** @param which as in {@link #approve}. Their levels are not used up */
    public int discard(LocalDate on, Collection<Long> which, String by, String reason) {
        return withdraw(true, "state = 'draft' AND planned_on = :on AND procedure <> 'letters'", on, which, by, reason);
    }

    private int withdraw(
            boolean byPerson, String drafts, LocalDate on, Collection<Long> which, String by, String reason) {
        List<Long> gone = jdbc.sql("""
                UPDATE notice SET state = 'withdrawn', failure = :why, discarded_by = CASE WHEN :person THEN :by END
                WHERE %s AND (:which::bigint[] IS NULL OR id = ANY (:which::bigint[])) RETURNING id
                """.formatted(drafts))
                .param("why", reason)
                .param("person", byPerson)
                .param("by", by)
                .param("which", ids(which))
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

    private static Long[] ids(Collection<Long> notices) {
        return notices == null ? null : notices.toArray(Long[]::new);
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
