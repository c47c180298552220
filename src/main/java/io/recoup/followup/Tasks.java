package io.recoup.followup;

import io.recoup.receivables.DebtorId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done, by when and by whom. Each call joins the caller's transaction or opens its own; every change
 * leaves a line in the task's history that nothing erases. Saying the same thing twice changes nothing.
 */
public interface Tasks {

    /** A person's task. */
    long create(NewTask task);

    /**
     * Sets a task unless there was ever one with this key, even a closed one: a new occurrence of a rule's reason needs
     * a new key. The first call wins, over all replicas.
     *
     * @param key words joined by colons from the general to the particular: {@code no-contact:42:2026-03-09}
     * @return the task with that key, new or old
     */
    long createOnce(String key, NewTask task);

    /**
     * @param remark null = nothing to say
     * @throws RefusedTask if somebody closed it otherwise in the meantime
     */
    void done(long id, String by, String remark);

    /** @throws RefusedTask if no reason is given, or somebody closed it otherwise in the meantime */
    void dismiss(long id, String by, String reason);

    void reopen(long id, String by);

    /**
     * @param assignee null = whoever comes first
     * @throws RefusedTask if it is closed
     */
    void assign(long id, String assignee, String by);

    /**
     * The reason for a rule's task went away: dismisses those still open with this key or one that continues it after a
     * colon, so that {@code no-contact:42} covers {@code no-contact:42:2026-03-09} but not {@code no-contact:421}.
     *
     * @return how many were open
     */
    int closeByKey(String key, String by, String reason);

    /** Keys of the open tasks that rules have set for these debtors. */
    Map<DebtorId, Set<String>> openKeys(Collection<DebtorId> debtors);

    Optional<Task> find(long id);

    /** Open tasks due on that day or before, the oldest first. */
    List<Task> dueOn(LocalDate day, int limit);

    /** How many of them there are. */
    int dueCount(LocalDate day);

    /** Open tasks by due date and hour. @param assignee null = everybody's and nobody's */
    List<Task> open(String assignee, int limit);

    /** Closed tasks, the latest closed first. @param assignee null = everybody's and nobody's */
    List<Task> closed(String assignee, int limit);

    /** The open ones by due date, then the closed ones, the latest first. */
    List<Task> ofDebtor(DebtorId debtor, int limit);
}
