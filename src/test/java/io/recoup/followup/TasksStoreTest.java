package io.recoup.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Entries;
import io.recoup.receivables.Ledger;
import io.recoup.testing.PostgresTest;
import io.recoup.testing.Rooms;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TasksStoreTest extends PostgresTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private Tasks tasks;
    private Tasks otherReplica;
    private DebtorId debtor;

    @BeforeAll
    void open() {
        String[] rooms = {"followup", "receivables", "outbox"};
        var here = Rooms.open(dataSource, rooms);
        tasks = here.getBean(Tasks.class);
        otherReplica = Rooms.open(dataSource, rooms).getBean(Tasks.class);
        here.getBean(Ledger.class).enter(Entries.invoice("F-1", "100.00"), Cause.inbox(1), MONDAY);
        debtor =
                new DebtorId(jdbc.sql("SELECT id FROM debtor").query(Long.class).single());
    }

    @BeforeEach
    void close_what_is_open() {
        tasks.open(null, 100).forEach(task -> tasks.dismiss(task.id(), "test", "next test"));
    }

    @Test
    void a_task_keeps_its_words_dates_and_people() {
        long id = tasks.create(NewTask.typed("Ask for the order number", debtor, TUESDAY, "anna", MONDAY)
                .at(LocalTime.of(14, 30))
                .assignedTo("ben"));

        Task task = tasks.find(id).orElseThrow();
        assertThat(task.text()).isEqualTo("Ask for the order number");
        assertThat(task.debtor()).isEqualTo(debtor);
        assertThat(task.createdOn()).isEqualTo(MONDAY);
        assertThat(task.dueOn()).isEqualTo(TUESDAY);
        assertThat(task.dueAt()).isEqualTo(LocalTime.of(14, 30));
        assertThat(task.createdBy()).isEqualTo("anna");
        assertThat(task.assignee()).isEqualTo("ben");
        assertThat(history(id)).containsExactly("created anna");
    }

    @Test
    void a_rule_sets_its_task_once_even_after_it_was_closed() {
        long first = tasks.createOnce("no-contact:7:a", noContact());
        assertThat(tasks.createOnce("no-contact:7:a", noContact())).isEqualTo(first);
        tasks.done(first, "anna", null);
        assertThat(tasks.createOnce("no-contact:7:a", noContact())).isEqualTo(first);
        assertThat(tasks.find(first).orElseThrow().isOpen()).isFalse();

        long again = tasks.createOnce("no-contact:7:b", noContact());

        assertThat(again).isNotEqualTo(first);
        assertThat(tasks.find(again).orElseThrow().args()).containsExactly("bounced");
    }

    @Test
    void a_rule_cannot_set_a_task_that_every_run_would_set_again() {
        assertThatThrownBy(() -> tasks.create(noContact())).hasMessageContaining("needs a key");
    }

    @Test
    void two_replicas_at_once_set_one_task() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String key = "two-replicas:" + round;
                CyclicBarrier together = new CyclicBarrier(8);
                List<Callable<Long>> calls = Stream.of(tasks, otherReplica, tasks, otherReplica)
                        .flatMap(replica -> Stream.of(replica, replica))
                        .<Callable<Long>>map(replica -> () -> {
                            together.await();
                            return replica.createOnce(key, noContact());
                        })
                        .toList();
                List<Long> ids = threads.invokeAll(calls).stream()
                        .map(TasksStoreTest::got)
                        .toList();
                assertThat(ids).hasSize(8).containsOnly(ids.get(0));
                assertThat(history(ids.get(0))).containsExactly("created dunning");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_reason_went_away_for_this_debtor_and_not_for_one_whose_number_begins_alike() {
        long mine = tasks.createOnce("gone:42:2026-03-09", noContact());
        long exact = tasks.createOnce("gone:42", noContact());
        long other = tasks.createOnce("gone:421:2026-03-09", noContact());
        long earlier = tasks.createOnce("gone:4", noContact());

        assertThat(tasks.closeByKey("gone:42", "dunning", "has an address again"))
                .isEqualTo(2);
        assertThat(tasks.closeByKey("gone:42", "dunning", "has an address again"))
                .isZero();

        assertThat(Stream.of(mine, exact, other, earlier)
                        .map(id -> tasks.find(id).orElseThrow().state()))
                .containsExactly(TaskState.DISMISSED, TaskState.DISMISSED, TaskState.OPEN, TaskState.OPEN);
        assertThat(history(mine)).containsExactly("created dunning", "dismissed dunning has an address again");
    }

    @Test
    void a_task_is_due_on_its_day_and_stays_so_until_it_is_closed() {
        long due = tasks.create(NewTask.typed("call", null, TUESDAY, "anna", MONDAY));

        assertThat(tasks.dueOn(MONDAY, 10)).isEmpty();
        assertThat(tasks.dueCount(MONDAY)).isZero();
        assertThat(tasks.dueOn(TUESDAY, 10)).extracting(Task::id).containsExactly(due);
        assertThat(tasks.dueCount(TUESDAY.plusDays(30))).isEqualTo(1);
        Task task = tasks.find(due).orElseThrow();
        assertThat(task.isOverdue(TUESDAY)).isFalse();
        assertThat(task.isOverdue(TUESDAY.plusDays(1))).isTrue();

        tasks.done(due, "ben", "reached");
        assertThat(tasks.dueOn(TUESDAY, 10)).isEmpty();
    }

    @Test
    void within_a_day_the_hour_decides_and_tasks_without_one_come_last() {
        long any = tasks.create(NewTask.typed("any time", null, MONDAY, "anna", MONDAY));
        long four = tasks.create(
                NewTask.typed("at four", null, MONDAY, "anna", MONDAY).at(LocalTime.of(16, 0)));
        long nine = tasks.create(
                NewTask.typed("at nine", null, MONDAY, "anna", MONDAY).at(LocalTime.of(9, 0)));

        assertThat(tasks.open(null, 10)).extracting(Task::id).containsExactly(nine, four, any);
        assertThat(tasks.open(null, 2)).extracting(Task::id).containsExactly(nine, four);
    }

    @Test
    void closing_twice_with_the_same_words_is_closing_once() {
        long id = tasks.create(NewTask.typed("call", null, MONDAY, "anna", MONDAY));
        tasks.done(id, "ben", "reached");
        tasks.done(id, "ben", "reached");

        assertThat(history(id)).containsExactly("created anna", "done ben reached");
        assertThatThrownBy(() -> tasks.done(id, "carla", "reached"))
                .isInstanceOf(RefusedTask.class)
                .hasMessageContaining("done already, closed by ben");
        assertThatThrownBy(() -> tasks.dismiss(id, "ben", "no need")).isInstanceOf(RefusedTask.class);
        assertThatThrownBy(() -> tasks.done(0, "ben", null)).hasMessageContaining("there is no such task");
    }

    @Test
    void dismissing_needs_a_reason_and_reopening_clears_it() {
        long id = tasks.create(NewTask.typed("call", debtor, MONDAY, "anna", MONDAY));
        assertThatThrownBy(() -> tasks.dismiss(id, "ben", " ")).hasMessageContaining("for a reason");
        tasks.dismiss(id, "ben", "paid");
        assertThat(tasks.closed(null, 1)).extracting(Task::remark).containsExactly("paid");

        tasks.reopen(id, "anna");
        tasks.reopen(id, "anna");

        Task task = tasks.find(id).orElseThrow();
        assertThat(task.isOpen()).isTrue();
        assertThat(task.remark()).isNull();
        assertThat(tasks.ofDebtor(debtor, 1)).containsExactly(task);
        assertThat(history(id)).containsExactly("created anna", "dismissed ben paid", "reopened anna");
    }

    @Test
    void a_task_is_taken_over_while_it_is_open() {
        long id = tasks.create(NewTask.typed("call", null, MONDAY, "anna", MONDAY));
        tasks.assign(id, "ben", "ben");
        tasks.assign(id, "ben", "ben");
        assertThat(tasks.open("ben", 10)).extracting(Task::id).containsExactly(id);
        assertThat(tasks.open("anna", 10)).isEmpty();
        assertThat(history(id)).containsExactly("created anna", "assigned ben ben");

        tasks.done(id, "ben", null);
        assertThatThrownBy(() -> tasks.assign(id, "anna", "anna")).isInstanceOf(RefusedTask.class);
    }

    @Test
    void history_is_not_rewritten() {
        long id = tasks.create(NewTask.typed("call", null, MONDAY, "anna", MONDAY));
        assertThatThrownBy(() -> jdbc.sql("UPDATE task_event SET by_whom = 'ben' WHERE task_id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("append-only");
    }

    private NewTask noContact() {
        return NewTask.byRule("dunning", "no_contact", List.of("bounced"), debtor, MONDAY, MONDAY);
    }

    private List<String> history(long task) {
        return jdbc.sql("SELECT concat_ws(' ', what, by_whom, remark) FROM task_event WHERE task_id = :id ORDER BY id")
                .param("id", task)
                .query(String.class)
                .list();
    }

    private static <T> T got(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
