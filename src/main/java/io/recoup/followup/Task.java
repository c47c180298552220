package io.recoup.followup;

import io.recoup.receivables.DebtorId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A task as it stands; see {@link NewTask} for its words and dates.
 *
 * @param key what keeps it from being set twice; null when nothing could
 * @param remark what was said when it was closed; null while open, and of a task that was done without a word
 */
public record Task(
        long id,
        TaskOrigin origin,
        String key,
        DebtorId debtor,
        String text,
        String code,
        List<String> args,
        LocalDate createdOn,
        String createdBy,
        LocalDate dueOn,
        LocalTime dueAt,
        String assignee,
        TaskState state,
        String closedBy,
        Instant closedAt,
        String remark) {

    public boolean isOpen() {
        return state == TaskState.OPEN;
    }

    /** Open and due on an earlier day. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueOn.isBefore(today);
    }
}
