package io.recoup.followup;

import java.util.Locale;

/** Who wanted a task: a person, or a rule whose reason lasts until it is closed. */
public enum TaskOrigin {
    PERSON,
    RULE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TaskOrigin of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
