package io.recoup.followup;

import java.util.Locale;

/** Where a task stands. A closed one can only be opened again; it never goes from one end to the other. */
public enum TaskState {
    OPEN,
    /** Somebody did it. */
    DONE,
    /** Nobody needs to do it any more, for a reason. */
    DISMISSED;

    public boolean mayBecome(TaskState next) {
        return this == OPEN ? next != OPEN : next == OPEN;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TaskState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
