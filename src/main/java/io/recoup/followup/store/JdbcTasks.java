package io.recoup.followup.store;

import io.recoup.followup.NewTask;
import io.recoup.followup.RefusedTask;
import io.recoup.followup.RefusedTask.Why;
import io.recoup.followup.Task;
import io.recoup.followup.TaskOrigin;
import io.recoup.followup.TaskState;
import io.recoup.followup.Tasks;
import io.recoup.receivables.DebtorId;
import io.recoup.refusal.Refused.Word;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
public class JdbcTasks implements Tasks {

    private final TaskStore store;
    private final JdbcClient jdbc;

    JdbcTasks(TaskStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    @Override
    public long create(NewTask task) {
        if (task.origin() == TaskOrigin.RULE) {
            throw new IllegalArgumentException("a rule's task needs a key, or it is set again by every run");
        }
        return created(null, task).orElseThrow();
    }

    @Override
    public long createOnce(String key, NewTask task) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a key must not be blank");
        }
        return created(key, task).orElseGet(() -> store.withKey(key));
    }

    private Optional<Long> created(String key, NewTask task) {
        Optional<Long> id = store.insert(key, task);
        id.ifPresent(known -> store.note(known, "created", task.by(), null));
        return id;
    }

    @Override
    public void done(long id, String by, String remark) {
        close(id, TaskState.DONE, by, remark);
    }

    @Override
    public void dismiss(long id, String by, String reason) {
        close(id, TaskState.DISMISSED, by, stated(reason));
    }

    private void close(long id, TaskState end, String by, String remark) {
        Task task = existing(id);
        if (task.state() == end && task.closedBy().equals(by) && Objects.equals(task.remark(), remark)) {
            return; // the same form once more
        }
        if (!task.state().mayBecome(end)) {
            throw new RefusedTask(
                    Why.CLOSED, Word.of("task.state.", task.state().word()), task.closedBy());
        }
        store.close(id, end, by, remark);
        store.note(id, end.word(), by, remark);
    }

    @Override
    public void reopen(long id, String by) {
        if (!existing(id).isOpen()) {
            store.open(id);
            store.note(id, "reopened", by, null);
        }
    }

    @Override
    public void assign(long id, String assignee, String by) {
        Task task = existing(id);
        if (!task.isOpen()) {
            throw new RefusedTask(
                    Why.NOTHING_LEFT, Word.of("task.state.", task.state().word()));
        }
        if (!Objects.equals(task.assignee(), assignee)) {
            store.assign(id, assignee);
            store.note(id, "assigned", by, assignee);
        }
    }

    @Override
    public int closeByKey(String key, String by, String reason) {
        return store.dismissByKey(key, by, stated(reason));
    }

    @Override
    public Map<DebtorId, Set<String>> openKeys(Collection<DebtorId> debtors) {
        Map<DebtorId, Set<String>> keys = new HashMap<>();
        jdbc.sql("""
                SELECT debtor_id, key FROM task
                WHERE state = 'open' AND key IS NOT NULL AND debtor_id = ANY (:debtors)
                """)
                .param("debtors", debtors.stream().map(DebtorId::value).toArray(Long[]::new))
                .query(row -> {
                    keys.computeIfAbsent(new DebtorId(row.getLong(1)), debtor -> new HashSet<>())
                            .add(row.getString(2));
                });
        return keys;
    }

    @Override
    public Optional<Task> find(long id) {
        return jdbc.sql("SELECT * FROM task WHERE id = :id")
                .param("id", id)
                .query(TaskRows::task)
                .optional();
    }

    @Override
    public List<Task> dueOn(LocalDate day, int limit) {
        return jdbc.sql("""
                        SELECT * FROM task WHERE state = 'open' AND due_on <= :day
                        ORDER BY due_on, due_at, id LIMIT :limit
                        """)
                .param("day", day)
                .param("limit", limit)
                .query(TaskRows::task)
                .list();
    }

    @Override
    public int dueCount(LocalDate day) {
        return jdbc.sql("SELECT count(*) FROM task WHERE state = 'open' AND due_on <= :day")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Task> open(String assignee, int limit) {
        return jdbc.sql("""
                        SELECT * FROM task WHERE state = 'open' AND (:assignee::text IS NULL OR assignee = :assignee)
                        ORDER BY due_on, due_at, id LIMIT :limit
                        """)
                .param("assignee", assignee)
                .param("limit", limit)
                .query(TaskRows::task)
                .list();
    }

    @Override
    public List<Task> closed(String assignee, int limit) {
        return jdbc.sql("""
                        SELECT * FROM task WHERE state <> 'open' AND (:assignee::text IS NULL OR assignee = :assignee)
                        ORDER BY closed_at DESC, id DESC LIMIT :limit
                        """)
                .param("assignee", assignee)
                .param("limit", limit)
                .query(TaskRows::task)
                .list();
    }

    @Override
    public List<Task> ofDebtor(DebtorId debtor, int limit) {
        return jdbc.sql("""
                        SELECT * FROM task WHERE debtor_id = :debtor
                        ORDER BY closed_at DESC NULLS FIRST, due_on, due_at, id LIMIT :limit
                        """)
                .param("debtor", debtor.value())
                .param("limit", limit)
                .query(TaskRows::task)
                .list();
    }

    private Task existing(long id) {
        return store.lock(id).orElseThrow(() -> new RefusedTask(Why.NO_TASK));
    }

    private static String stated(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RefusedTask(Why.NO_REASON);
        }
        return reason.strip();
    }
}
