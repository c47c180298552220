package io.recoup.dunning.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.recoup.dunning.Explainer;
import io.recoup.dunning.plan.DunningHistory;
import io.recoup.dunning.plan.DunningHistory.Pending;
import io.recoup.dunning.plan.DunningHistory.Step;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
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

    private final JdbcClient jdbc;

    public HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record StepRow(
            long debtorId,
            long itemId,
            String level,
            int levelDays,
            int occurrence,
            LocalDate plannedOn,
            LocalDate sentOn) {}

    private record PendingRow(long debtorId, String level, LocalDate plannedOn) {}

    private record LastRow(long debtorId, LocalDate lastOn) {}

    private record ReferredRow(long debtorId, long itemId) {}

    public DunningHistory of(DebtorId debtor, String procedure, long exceptNotice) {
        return of(List.of(debtor), procedure, exceptNotice).getOrDefault(debtor, DunningHistory.NONE);
    }

    /** @param exceptNotice left out, when the question is whether that one may still leave; 0 = none */
    public Map<DebtorId, DunningHistory> of(Collection<DebtorId> debtors, String procedure, long exceptNotice) {
        Long[] ids = debtors.stream().map(DebtorId::value).toArray(Long[]::new);
        Map<Long, List<StepRow>> steps = jdbc
                .sql("""
                SELECT n.debtor_id, ni.item_id, n.level, n.level_days, ni.occurrence, n.planned_on, n.sent_on
                FROM notice n JOIN notice_item ni ON ni.notice_id = n.id AND ni.dropped IS NULL
                WHERE n.debtor_id = ANY (:debtors) AND n.procedure = :procedure AND n.id <> :except
                  AND n.state IN ('on_wire', 'sent', 'unknown')
                """)
                .param("debtors", ids)
                .param("procedure", procedure)
                .param("except", exceptNotice)
                .query(StepRow.class)
                .list()
                .stream()
                .collect(groupingBy(StepRow::debtorId));
        Map<Long, LocalDate> last = new HashMap<>();
        jdbc.sql("""
                SELECT debtor_id, max(sent_on) AS last_on FROM notice
                WHERE debtor_id = ANY (:debtors) AND id <> :except AND state IN ('on_wire', 'sent', 'unknown')
                GROUP BY debtor_id
                """).param("debtors", ids).param("except", exceptNotice).query(LastRow.class).list().stream()
                .forEach(row -> last.put(row.debtorId(), row.lastOn()));
        Map<Long, PendingRow> pending = new HashMap<>();
        jdbc.sql("""
                SELECT debtor_id, level, planned_on FROM notice
                WHERE debtor_id = ANY (:debtors) AND id <> :except AND state IN ('due', 'sending', 'on_wire')
                """).param("debtors", ids).param("except", exceptNotice).query(PendingRow.class).list().stream()
                .forEach(row -> pending.put(row.debtorId(), row));
        Map<Long, Set<ItemId>> referred =
                jdbc
                        .sql("""
                SELECT i.debtor_id, e.item_id FROM exhausted_item e JOIN item i ON i.id = e.item_id
                WHERE i.debtor_id = ANY (:debtors) AND e.procedure = :procedure
                """)
                        .param("debtors", ids)
                        .param("procedure", procedure)
                        .query(ReferredRow.class)
                        .list()
                        .stream()
                        .collect(groupingBy(ReferredRow::debtorId, mapping(row -> new ItemId(row.itemId()), toSet())));
        Map<DebtorId, DunningHistory> histories = new HashMap<>();
        for (DebtorId debtor : debtors) {
            PendingRow waits = pending.get(debtor.value());
            histories.put(
                    debtor,
                    new DunningHistory(
                            steps.getOrDefault(debtor.value(), List.of()).stream()
                                    .map(HistoryStore::step)
                                    .toList(),
                            last.get(debtor.value()),
                            waits == null ? null : new Pending(waits.level(), waits.plannedOn(), Set.of()),
                            referred.getOrDefault(debtor.value(), Set.of())));
        }
        return histories;
    }

    /** Every letter about one item, oldest first, also those that did not leave or left without it. */
    public List<Explainer.Letter> letters(ItemId item, String procedure) {
        return jdbc.sql("""
                SELECT n.level, ni.occurrence, n.planned_on AS planned, n.sent_on, n.state,
                       (SELECT count(*) FROM notice_item o WHERE o.notice_id = n.id AND o.dropped IS NULL) AS items,
                       ni.dropped, CASE WHEN n.state <> 'sent' THEN n.failure END AS failure
                FROM notice_item ni JOIN notice n ON n.id = ni.notice_id
                WHERE ni.item_id = :item AND n.procedure = :procedure
                ORDER BY n.planned_on, n.id
                """)
                .param("item", item.value())
                .param("procedure", procedure)
                .query(Explainer.Letter.class)
                .list();
    }

    private static Step step(StepRow row) {
        return new Step(
                new ItemId(row.itemId()),
                row.level(),
                row.levelDays(),
                row.occurrence(),
                row.plannedOn(),
                row.sentOn());
    }
}
