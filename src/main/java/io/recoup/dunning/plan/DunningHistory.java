package io.recoup.dunning.plan;

import io.recoup.dunning.policy.Action;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one debtor was sent, whatever the procedure.
 *
 * @param steps letters that left, perhaps without a receipt from the mail server; in any order
 * @param contacts business dates of all letters to the debtor, whatever they were about; in any order
 * @param pending a letter that is planned and has not left; null = none
 * @param referred items whose exhaustion was reported, each with the newest day of that
 * @param actions of each action of the policy the newest of its days that was served
 * @param lastCallOn business date of the newest call that was noted; null = none
 * @param noted business dates of all contacts that people noted: calls, visits, letters and mails of their own; in any
 *     order
 */
public record DunningHistory(
        List<Step> steps,
        List<LocalDate> contacts,
        Pending pending,
        Map<ItemId, LocalDate> referred,
        Map<String, LocalDate> actions,
        LocalDate lastCallOn,
        List<LocalDate> noted) {

    public static final DunningHistory NONE =
            new DunningHistory(List.of(), List.of(), null, Map.of(), Map.of(), null, List.of());

    /**
     * @param days of the level when it was sent, should the procedure have been renamed since
     * @param occurrence 1 = the first letter of that level about the item
     * @param sentOn business date on which it left
     * @param interest whether interest up to {@code sentOn} was charged with it
     * @param fixedSum whether the fixed sum was charged with it
     */
    public record Step(
            ItemId item,
            String procedure,
            String level,
            int days,
            int occurrence,
            LocalDate sentOn,
            boolean interest,
            boolean fixedSum) {}

    /**
     * @param level null = a person wrote the letter
     * @param draft whether it still waits for a person
     */
    public record Pending(String level, LocalDate plannedOn, boolean draft) {}

    public DunningHistory {
        steps = List.copyOf(steps);
        contacts = List.copyOf(contacts);
        referred = Map.copyOf(referred);
        actions = Map.copyOf(actions);
        noted = List.copyOf(noted);
    }

    /** Business dates of whatever reached out to the debtor, our letters and what people noted; in any order. */
    public List<LocalDate> allContacts() {
        if (noted.isEmpty()) {
            return contacts;
        }
        List<LocalDate> all = new ArrayList<>(contacts);
        all.addAll(noted);
        return all;
    }

    /** Business date of the newest letter to the debtor; null = none yet. */
    public LocalDate lastNoticeOn() {
        LocalDate last = null;
        for (LocalDate day : contacts) {
            last = last == null || day.isAfter(last) ? day : last;
        }
        return last;
    }

    public boolean knows(ItemId item) {
        return steps.stream().anyMatch(step -> step.item().equals(item));
    }

    /** The same with nothing pending, and these items reported. */
    public DunningHistory atRest(Map<ItemId, LocalDate> referred) {
        return new DunningHistory(steps, contacts, null, referred, actions, lastCallOn, noted);
    }

    /** The history as it will be once that letter has left on {@code day}. */
    public DunningHistory afterSending(DunningDecision.Notice notice, LocalDate day) {
        List<Step> more = new ArrayList<>(steps);
        for (DunningDecision.Line line : notice.lines()) {
            more.add(step(notice, line, day));
        }
        List<LocalDate> told = new ArrayList<>(contacts);
        told.add(day);
        Map<String, LocalDate> served = new HashMap<>(actions);
        if (notice.procedure().equals(Action.PROCEDURE)) {
            served.put(notice.level().name(), occurrenceDay(notice.occurrence()));
        }
        return new DunningHistory(more, told, null, referred, served, lastCallOn, noted);
    }

    private static Step step(DunningDecision.Notice notice, DunningDecision.Line line, LocalDate day) {
        return new Step(
                line.item(),
                notice.procedure(),
                notice.level().name(),
                notice.level().nominalDays(),
                line.occurrence(),
                day,
                notice.level().charges().hasInterest()
                        && notice.claims().stream().allMatch(claim -> claim.noRate() == null),
                notice.claims().stream().anyMatch(claim -> claim.fixedSums().contains(line.item())));
    }

    /** An action's day as a number: 20250320. */
    static int occurrence(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    public static LocalDate occurrenceDay(int occurrence) {
        return LocalDate.of(occurrence / 10_000, occurrence / 100 % 100, occurrence % 100);
    }
}
