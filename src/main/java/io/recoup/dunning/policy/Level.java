package io.recoup.dunning.policy;

import java.time.LocalDate;

/**
 * One step of a dunning procedure.
 *
 * @param days from the due date: negative before it, 0 on the day, positive after it
 * @param template name of the letter in {@code routes/templates/<language>}
 * @param replyWithinDays days from the letter's date that the letter gives the debtor to answer
 * @param repeatEveryDays days between two letters of this level; 0 = sent once
 * @param times how often it is sent in all; 0 = until paid or referred (only of a repeated level)
 */
public record Level(String name, int days, String template, int replyWithinDays, int repeatEveryDays, int times) {

    public Level {
        if (name == null || name.isBlank() || template == null || template.isBlank()) {
            throw new IllegalArgumentException("a level needs a name and a template");
        }
        if (replyWithinDays < 1 || repeatEveryDays < 0 || times < 0) {
            throw new IllegalArgumentException("days to reply must be above zero, repetition not below: " + name);
        }
    }

    public static Level once(String name, int days, String template) {
        return new Level(name, days, template, 7, 0, 1);
    }

    public Level repeating(int everyDays, int times) {
        return new Level(name, days, template, replyWithinDays, everyDays, times);
    }

    public boolean isRepeated() {
        return repeatEveryDays > 0;
    }

    /**
     * Sent once, before or on the due date: pointless afterwards, so it is left out when its time has passed. A level
     * that repeats is none, wherever it begins: it goes on until the item is paid.
     */
    public boolean isCourtesy() {
        return days <= 0 && !isRepeated();
    }

    /** @param occurrence 1 = the first letter of this level */
    public LocalDate dateFor(LocalDate dueOn, int occurrence) {
        return dueOn.plusDays(days + (long) (occurrence - 1) * repeatEveryDays);
    }

    public boolean allows(int occurrence) {
        return isRepeated() ? times == 0 || occurrence <= times : occurrence == 1;
    }
}
