package io.recoup.dunning.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.recoup.dunning.Explainer;
import io.recoup.dunning.plan.DunningHistory;
import io.recoup.dunning.plan.DunningHistory.Pending;
import io.recoup.dunning.plan.DunningHistory.Step;
import io.recoup.dunning.policy.Action;
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
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What debtors were sent. A letter of unknown fate counts as sent: better one too few than one twice. */
@Repository
public class HistoryStore {

    private static final Set<String> LEFT = Set.of("on_wire", "sent", "unknown");
    private static final Set<String> PENDING = Set.of("draft", "due", "sending", "on_wire");

    private final JdbcClient jdbc;

    public HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One item of a letter, or a letter that tells of none: then {@code itemId} is 0. */
    private record Line(
            long notice,
            long debtorId,
            String procedure,
            String level,
            int levelDays,
            int occurrence,
            LocalDate plannedOn,
            String state,
            LocalDate sentOn,
            long itemId,
            int itemOccurrence,
            boolean interest,
            boolean fixedSum) {

        boolean hasLeft() {
            return LEFT.contains(state);
        }

        boolean isPending() {
            return PENDING.contains(state);
        }
    }

    private record ReferredRow(long debtorId, long itemId) {}

    /**
     * @param exceptNotice left out, when the question is whether that one may still leave; 0 = none
     * @param lastCalls business date of each debtor's newest call
     * @param referred see {@link #referred}; empty where nobody asks for it
     */
    public Map<DebtorId, DunningHistory> of(
            Collection<DebtorId> debtors,
            long exceptNotice,
            Map<DebtorId, LocalDate> lastCalls,
            Map<DebtorId, Set<ItemId>> referred) {
        Map<Long, List<Line>> lines = lines(ids(debtors), exceptNotice);
        Map<DebtorId, DunningHistory> histories = new HashMap<>();
        for (DebtorId debtor : debtors) {
            histories.put(
                    debtor,
                    history(
                            lines.getOrDefault(debtor.value(), List.of()),
                            referred.getOrDefault(debtor, Set.of()),
                            lastCalls.get(debtor)));
        }
        return histories;
    }

    private static DunningHistory history(List<Line> lines, Set<ItemId> referred, LocalDate lastCall) {
        List<Step> steps = new ArrayList<>();
        List<LocalDate> contacts = new ArrayList<>();
        Map<String, LocalDate> actions = new HashMap<>();
        Pending pending = null;
        long notice = 0;
        for (Line line : lines) {
            if (line.hasLeft() && line.itemId() != 0) {
                steps.add(new Step(
                        new ItemId(line.itemId()),
                        line.procedure(),
                        line.level(),
                        line.levelDays(),
                        line.itemOccurrence(),
                        line.sentOn(),
                        line.interest(),
                        line.fixedSum()));
            }
            if (line.notice() == notice) {
                continue;
            }
            notice = line.notice();
            if (line.hasLeft()) {
                contacts.add(line.sentOn());
                if (line.procedure().equals(Action.PROCEDURE)) {
                    actions.merge(
                            line.level(),
                            DunningHistory.occurrenceDay(line.occurrence()),
                            (one, other) -> one.isAfter(other) ? one : other);
                }
            }
            if (line.isPending() && pending == null) {
                pending =
                        new Pending(line.level(), line.plannedOn(), line.state().equals("draft"));
            }
        }
        return new DunningHistory(steps, contacts, pending, referred, actions, lastCall);
    }

    private Map<Long, List<Line>> lines(Long[] debtors, long except) {
        return jdbc.sql("""
                SELECT n.id, n.debtor_id, n.procedure, n.level, n.level_days, n.occurrence, n.planned_on, n.state, n.sent_on,
                       ni.item_id, ni.occurrence, ni.interest, ni.fixed_sum
                FROM (SELECT id, debtor_id, procedure, level, level_days, occurrence, planned_on, state, sent_on FROM notice
                      WHERE debtor_id = ANY (:debtors) AND state IN ('on_wire', 'sent', 'unknown')
                      UNION ALL
                      SELECT id, debtor_id, procedure, level, level_days, occurrence, planned_on, state, sent_on FROM notice
                      WHERE debtor_id = ANY (:debtors) AND state IN ('draft', 'due', 'sending')) n
                LEFT JOIN notice_item ni ON ni.notice_id = n.id AND ni.dropped IS NULL
                WHERE n.id <> :except
                ORDER BY n.sent_on, n.id
                """).param("debtors", debtors).param("except", except).query(HistoryStore::line).list().stream()
                .collect(groupingBy(Line::debtorId));
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getLong(10),
                row.getInt(11),
                row.getBoolean(12),
                row.getBoolean(13));
    }

    private static Long[] ids(Collection<DebtorId> debtors) {
        return debtors.stream().map(DebtorId::value).toArray(Long[]::new);
    }

    /** Open items whose exhaustion was reported. */
    public Map<DebtorId, Set<ItemId>> referred(Collection<DebtorId> debtors) {
        return jdbc.sql("""
                SELECT DISTINCT o.debtor_id, o.item_id FROM open_item o JOIN exhausted_item e ON e.item_id = o.item_id
                WHERE o.debtor_id = ANY (:debtors)
                """).param("debtors", ids(debtors)).query(ReferredRow.class).list().stream()
                .collect(groupingBy(
                        row -> new DebtorId(row.debtorId()), mapping(row -> new ItemId(row.itemId()), toSet())));
    }

    /** Every letter about one item, oldest first, also those that did not leave or left without it. */
    public List<Explainer.Letter> letters(ItemId item) {
        return jdbc.sql("""
                SELECT n.level, ni.occurrence, n.planned_on AS planned, n.sent_on, n.state,
                       (SELECT count(*) FROM notice_item o WHERE o.notice_id = n.id AND o.dropped IS NULL) AS items,
                       ni.dropped, CASE WHEN n.state <> 'sent' THEN n.failure END AS failure
                FROM notice_item ni JOIN notice n ON n.id = ni.notice_id
                WHERE ni.item_id = :item
                ORDER BY n.planned_on, n.id
                """)
                .param("item", item.value())
                .query(Explainer.Letter.class)
                .list();
    }
}
