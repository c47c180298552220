package io.recoup.console.page;

import io.recoup.console.store.DebtorRows;
import io.recoup.followup.Task;
import io.recoup.followup.Tasks;
import io.recoup.receivables.DebtorId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tasks with the names of their debtors, as the pages list them. */
@Component
class TaskLines {

    private final Tasks tasks;
    private final DebtorRows debtors;
    private final ConsoleDay day;

    TaskLines(Tasks tasks, DebtorRows debtors, ConsoleDay day) {
        this.tasks = tasks;
        this.debtors = debtors;
        this.day = day;
    }

    /**
     * @param debtorName null where it concerns nobody in particular, or is known
     * @param late days since the due date: 0 = today, negative = still to come
     */
    record Line(Task task, String debtorName, long late) {

        public String tone() {
            return late > 0 ? "bad" : late == 0 ? "warn" : "plain";
        }
    }

    /** @param count of all that are due, shown or not */
    record Due(List<Line> lines, int count) {}

    record Group(String name, List<Line> lines) {}

    Due due(int limit) {
        LocalDate today = day.today();
        return new Due(lines(tasks.dueOn(today, limit), today), tasks.dueCount(today));
    }

    /** What is overdue, due today and still to come; a group without tasks is left out. */
    List<Group> open(String assignee, int limit) {
        LocalDate today = day.today();
        List<Line> lines = lines(tasks.open(assignee, limit), today);
        return Stream.of(
                        new Group("overdue", part(lines, late -> late > 0)),
                        new Group("today", part(lines, late -> late == 0)),
                        new Group("coming", part(lines, late -> late < 0)))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    List<Group> closed(String assignee, int limit) {
        List<Line> lines = lines(tasks.closed(assignee, limit), day.today());
        return lines.isEmpty() ? List.of() : List.of(new Group("closed", lines));
    }

    /** Without the debtor's name, which stands above them. */
    List<Line> ofDebtor(long debtor, int limit) {
        LocalDate today = day.today();
        return tasks.ofDebtor(new DebtorId(debtor), limit).stream()
                .map(task -> line(task, null, today))
                .toList();
    }

    private static List<Line> part(List<Line> lines, LongPredicate when) {
        return lines.stream().filter(line -> when.test(line.late())).toList();
    }

    private List<Line> lines(List<Task> found, LocalDate today) {
        Map<Long, String> names = debtors.names(found.stream()
                .map(Task::debtor)
                .filter(Objects::nonNull)
                .map(DebtorId::value)
                .distinct()
                .toList());
        return found.stream()
                .map(task -> line(
                        task,
                        task.debtor() == null ? null : names.get(task.debtor().value()),
                        today))
                .toList();
    }

    private static Line line(Task task, String debtorName, LocalDate today) {
        return new Line(task, debtorName, ChronoUnit.DAYS.between(task.dueOn(), today));
    }
}
