package io.recoup.followup.store;

import io.recoup.followup.Task;
import io.recoup.followup.TaskOrigin;
import io.recoup.followup.TaskState;
import io.recoup.receivables.DebtorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/** A row of the table as a task. */
final class TaskRows {

    private TaskRows() {}

    static Task task(ResultSet row, int n) throws SQLException {
        long debtor = row.getLong("debtor_id");
        boolean nobody = row.wasNull();
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Task(
                row.getLong("id"),
                TaskOrigin.of(row.getString("origin")),
                row.getString("key"),
                nobody ? null : new DebtorId(debtor),
                row.getString("text"),
                row.getString("code"),
                List.of((String[]) row.getArray("args").getArray()),
                row.getObject("created_on", LocalDate.class),
                row.getString("created_by"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("due_at", LocalTime.class),
                row.getString("assignee"),
                TaskState.of(row.getString("state")),
                row.getString("closed_by"),
                closedAt == null ? null : closedAt.toInstant(),
                row.getString("remark"));
    }
}
