package io.recoup.dunning.store;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.recoup.dunning.Explainer;
import io.recoup.dunning.plan.DunningHistory;
import io.recoup.dunning.plan.DunningHistory.Pending;
import io.recoup.dunning.plan.DunningHistory.Step;
import io.recoup.dunning.policy.Action;
import io.recoup.dunning.policy.ByHand;
import io.recoup.followup.ContactKind;
import io.recoup.followup.ContactLog;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What debtors were sent. A letter of unknown fate counts as sent: better one too few than one twice. */
@Repository
public class HistoryStore {

    private final JdbcClient jdbc;

    public HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An item that a letter which has left told of. */
    private record StepRow(long debtorId, long notice, Step step) {}

    /** A letter that has not left for certain, or one of an action or by hand, which may tell of no item. */
    private record LetterRow(
            long debtorId,
            String procedure,
            String level,
            int occurrence,
            LocalDate plannedOn,
            String state,
            LocalDate sentOn) {

        boolean isPending() {
            return sentOn == null || state.equals("on_wire");
        }
    }

    private record ReferredRow(long debtorId, long itemId, LocalDate reportedOn) {}

    /**
     * @param exceptNotice left out, when the question is whether that one may still leave; 0 = none
     * @param noted what people noted of their contacts
     * @param referred see {@link #referred}; empty where nobody asks for it
     */
    public Map<DebtorId, DunningHistory> of(
            Collection<DebtorId> debtors,
            long exceptNotice,
            Map<DebtorId, List<ContactLog.Entry>> noted,
            Map<DebtorId, Map<ItemId, LocalDate>> referred) {
        Map<Long, List<StepRow>> steps = steps(ids(debtors), exceptNotice);
        Map<Long, List<LetterRow>> letters = letters(ids(debtors), exceptNotice);
        Map<DebtorId, DunningHistory> histories = new HashMap<>();
        for (DebtorId debtor : debtors) {
            histories.put(
                    debtor,
                    history(
                            steps.getOrDefault(debtor.value(), List.of()),
                            letters.getOrDefault(debtor.value(), List.of()),
                            referred.getOrDefault(debtor, Map.of()),
                            noted.getOrDefault(debtor, List.of())));
        }
        return histories;
    }

    private static DunningHistory history(
            List<StepRow> steps,
            List<LetterRow> letters,
            Map<ItemId, LocalDate> referred,
            List<ContactLog.Entry> noted) {
        List<Step> told = new ArrayList<>(steps.size());
        List<LocalDate> contacts = new ArrayList<>();
        long notice = 0;
        for (StepRow row : steps) {
            told.add(row.step());
            if (row.notice() != notice && !row.step().procedure().equals(Action.PROCEDURE)) {
                contacts.add(row.step().sentOn());
            }
            notice = row.notice();
        }
        Map<String, LocalDate> actions = new HashMap<>();
        Pending pending = null;
        for (LetterRow letter : letters) {
            if (letter.isPending() && pending == null) {
                pending = new Pending(
                        ByHand.is(letter.procedure()) ? null : letter.level(),
                        letter.plannedOn(),
                        letter.state().equals("draft"));
            }
            if (letter.sentOn() != null && ByHand.is(letter.procedure())) {
                contacts.add(letter.sentOn());
            }
            if (letter.sentOn() != null && letter.procedure().equals(Action.PROCEDURE)) {
                contacts.add(letter.sentOn());
                actions.merge(
                        letter.level(),
                        DunningHistory.occurrenceDay(letter.occurrence()),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return new DunningHistory(
                told,
                contacts,
                pending,
                referred,
                actions,
                noted.stream()
                        .filter(entry -> entry.kind() == ContactKind.CALL)
                        .map(ContactLog.Entry::on)
                        .max(naturalOrder())
                        .orElse(null),
                noted.stream()
                        .filter(entry -> entry.kind() != ContactKind.NOTE)
                        .map(ContactLog.Entry::on)
                        .toList());
    }

    private Map<Long, List<StepRow>> steps(Long[] debtors, long except) {
        return jdbc.sql("""
                SELECT debtor_id, notice_id, item_id, procedure, level, level_days, occurrence, sent_on, interest, fixed_sum
                FROM notice_item
                WHERE debtor_id = ANY (:debtors) AND sent_on IS NOT NULL AND dropped IS NULL AND notice_id <> :except
                ORDER BY debtor_id, sent_on, notice_id
                """).param("debtors", debtors).param("except", except).query(HistoryStore::step).list().stream()
                .collect(groupingBy(StepRow::debtorId));
    }

    private static StepRow step(ResultSet row, int n) throws SQLException {
        return new StepRow(
                row.getLong(1),
                row.getLong(2),
                new Step(
                        new ItemId(row.getLong(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getObject(8, LocalDate.class),
                        row.getBoolean(9),
                        row.getBoolean(10)));
    }

    private Map<Long, List<LetterRow>> letters(Long[] debtors, long except) {
        return jdbc.sql("""
                SELECT debtor_id, procedure, level, occurrence, planned_on, state, sent_on, id FROM notice
                WHERE debtor_id = ANY (:debtors) AND state IN ('draft', 'due', 'sending', 'on_wire')
                  AND procedure <> 'letters' AND id <> :except
                UNION
                SELECT debtor_id, procedure, level, occurrence, planned_on, state, sent_on, id FROM notice
                WHERE debtor_id = ANY (:debtors) AND procedure = 'letters'
                  AND state IN ('due', 'sending', 'on_wire', 'sent', 'unknown') AND id <> :except
                UNION
                SELECT debtor_id, procedure, level, occurrence, planned_on, state, sent_on, id FROM notice
                WHERE debtor_id = ANY (:debtors) AND procedure = 'actions' AND state IN ('on_wire', 'sent', 'unknown')
                  AND id <> :except
                ORDER BY sent_on, id
                """).param("debtors", debtors).param("except", except).query(LetterRow.class).list().stream()
                .collect(groupingBy(LetterRow::debtorId));
    }

    private static Long[] ids(Collection<DebtorId> debtors) {
        return debtors.stream().map(DebtorId::value).toArray(Long[]::new);
    }

    /** Open items whose exhaustion was reported, each with the newest day of that. */
    public Map<DebtorId, Map<ItemId, LocalDate>> referred(Collection<DebtorId> debtors) {
        return jdbc.sql("""
                SELECT o.debtor_id, o.item_id, max(e.reported_on) AS reported_on
                FROM open_item o JOIN exhausted_item e ON e.item_id = o.item_id
                WHERE o.debtor_id = ANY (:debtors)
                GROUP BY o.debtor_id, o.item_id
                """).param("debtors", ids(debtors)).query(ReferredRow.class).list().stream()
                .collect(groupingBy(
                        row -> new DebtorId(row.debtorId()),
                        toMap(row -> new ItemId(row.itemId()), ReferredRow::reportedOn)));
    }

    /**
     * Every letter about one item, oldest first, also those that did not leave or left without it; between them what
     * people wrote to its debtor since it was issued.
     */
    public List<Explainer.Letter> letters(ItemId item) {
        return jdbc.sql("""
                SELECT n.level, ni.occurrence, n.planned_on AS planned, n.sent_on, n.state,
                       (SELECT count(*) FROM notice_item o WHERE o.notice_id = n.id AND o.dropped IS NULL) AS items,
                       ni.dropped, CASE WHEN n.state <> 'sent' THEN n.failure END AS failure, n.id
                FROM notice_item ni JOIN notice n ON n.id = ni.notice_id
                WHERE ni.item_id = :item
                UNION ALL
                SELECT n.level, 0, n.planned_on, n.sent_on, n.state, 0, NULL,
                       CASE WHEN n.state <> 'sent' THEN n.failure END, n.id
                FROM item i JOIN notice n ON n.debtor_id = i.debtor_id
                WHERE i.id = :item AND n.procedure = 'letters' AND n.state <> 'draft' AND n.planned_on >= i.issued_on
                ORDER BY planned, id
                """)
                .param("item", item.value())
                .query(Explainer.Letter.class)
                .list();
    }
}
