package io.recoup.dunning.policy;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.Map;

/**
 * One step of a dunning procedure.
 *
 * @param replyWithinDays days from the letter's date that the letter gives the debtor to answer
 * @param repeatEveryDays days between two letters of this level; 0 = sent once
 * @param times how often it is sent in all; 0 = until paid or referred (only of a repeated level)
 * @param perItem true = one letter per item, false = one for all items of the debtor that are ready for it
 * @param minimum least total of a letter, per currency; below it the items wait
 * @param approval whether a person must approve each letter before it leaves
 */
public record Level(
        String name,
        Trigger trigger,
        Wording wording,
        int replyWithinDays,
        int repeatEveryDays,
        int times,
        boolean perItem,
        Map<String, Money> minimum,
        Charges charges,
        boolean approval) {

    public Level {
        minimum = Map.copyOf(minimum);
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a level needs a name");
        }
        if (replyWithinDays < 1 || repeatEveryDays < 0 || times < 0) {
            throw new IllegalArgumentException("days to reply must be above zero, repetition not below: " + name);
        }
    }

    public static Level once(String name, int days, String template) {
        return of(name, new Trigger.FromDue(days), template);
    }

    public static Level of(String name, Trigger trigger, String template) {
        return new Level(name, trigger, Wording.of(template), 7, 0, 1, false, Map.of(), Charges.NONE, false);
    }

    public Level repeating(int everyDays, int times) {
        return new Level(
                name, trigger, wording, replyWithinDays, everyDays, times, perItem, minimum, charges, approval);
    }

    public Level charging(Charges more) {
        return new Level(
                name, trigger, wording, replyWithinDays, repeatEveryDays, times, perItem, minimum, more, approval);
    }

    /** The place of a level for the books, should it be renamed: its days from the due date. */
    public int nominalDays() {
        return trigger instanceof Trigger.FromDue due ? due.days() : 0;
    }

    public boolean isRepeated() {
        return repeatEveryDays > 0;
    }

    /**
     * Sent once, before or on the due date: pointless afterwards, so it is left out when its time has passed. A level
     * that repeats is none, wherever it begins: it goes on until the item is paid.
     */
    public boolean isCourtesyFor(LocalDate issuedOn, LocalDate dueOn) {
        return !isRepeated() && !trigger.date(issuedOn, dueOn, null).isAfter(dueOn);
    }

    /** The same of a level that is counted from the due date; false where the item decides. */
    public boolean isCourtesy() {
        return !isRepeated() && trigger instanceof Trigger.FromDue due && due.days() <= 0;
    }

    public boolean allows(int occurrence) {
        return isRepeated() ? times == 0 || occurrence <= times : occurrence == 1;
    }
}
