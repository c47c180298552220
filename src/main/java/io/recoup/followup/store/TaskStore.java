package io.recoup.followup.store;

import io.recoup.followup.NewTask;
import io.recoup.followup.Task;
import io.recoup.followup.TaskState;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes tasks and their history. */
@Repository
class TaskStore {

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the key is taken; waits for another transaction that is taking it. */
    Optional<Long> insert(String key, NewTask task) {
        return jdbc.sql("""
                        INSERT INTO task (origin, key, debtor_id, text, code, args, created_on, created_by, due_on, due_at,
                                          assignee)
                        VALUES (:origin, :key, :debtor, :text, :code, :args, :createdOn, :by, :dueOn, :dueAt, :assignee)
                        ON CONFLICT (key) DO NOTHING RETURNING id
                        """)
                .param("origin", task.origin().word())
                .param("key", key)
                .param("debtor", task.debtor() == null ? null : task.debtor().value())
                .param("text", task.text())
                .param("code", task.code())
                .param("args", task.args().toArray(String[]::new))
                .param("createdOn", task.createdOn())
                .param("by", task.by())
                .param("dueOn", task.dueOn())
                .param("dueAt", task.dueAt())
                .param("assignee", task.assignee())
                .query(Long.class)
                .optional();
    }

    long withKey(String key) {
        return jdbc.sql("SELECT id FROM task WHERE key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    Optional<Task> lock(long id) {
        return jdbc.sql("SELECT * FROM task WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(TaskRows::task)
                .optional();
    }

    void close(long id, TaskState state, String by, String remark) {
        jdbc.sql("""
                UPDATE task SET state = :state, closed_by = :by, closed_at = now(), remark = :remark WHERE id = :id
                """)
                .param("state", state.word())
                .param("by", by)
                .param("remark", remark)
                .param("id", id)
                .update();
    }

    void open(long id) {
        jdbc.sql("UPDATE task SET state = 'open', closed_by = NULL, closed_at = NULL, remark = NULL WHERE id = :id")
                .param("id", id)
                .update();
    }

    void assign(long id, String assignee) {
        jdbc.sql("UPDATE task SET assignee = :assignee WHERE id = :id")
                .param("assignee", assignee)
                .param("id", id)
                .update();
    }

    /** The keys that continue {@code key} after a colon are those below {@code key;}, for a semicolon follows a colon. */
    int dismissByKey(String key, String by, String reason) {
        return jdbc.sql("""
                        WITH dismissed AS (
                            UPDATE task SET state = 'dismissed', closed_by = :by, closed_at = now(), remark = :reason
                            WHERE state = 'open' AND (key = :key OR key >= :key || ':' AND key < :key || ';')
                            RETURNING id)
                        INSERT INTO task_event (task_id, what, by_whom, remark)
                        SELECT id, 'dismissed', :by, :reason FROM dismissed
                        """)
                .param("key", key)
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    void note(long id, String what, String by, String remark) {
        jdbc.sql("INSERT INTO task_event (task_id, what, by_whom, remark) VALUES (:id, :what, :by, :remark)")
                .param("id", id)
                .param("what", what)
                .param("by", by)
                .param("remark", remark)
                .update();
    }
}
