package io.recoup.dunning.policy;

import io.recoup.calendar.SendDays;
import io.recoup.dunning.file.YamlFields;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** The part of a policy file that states one action. */
final class PolicyAction {

    private PolicyAction() {}

    /** Empty when it has faults, which are then noted. */
    static Optional<Action> read(YamlFields block, WordingReader wordings) {
        int before = block.problems();
        String name = block.required("name", "a name");
        String type = block.matching("type", "debt-notice|message|task", "'debt-notice', 'message' or 'task'", null);
        String segment = block.text("segment", "");
        LocalDate on = PolicyValues.day(block, "on");
        SendDays days = on == null || block.has("sendDays") ? PolicyLevel.sendDays(block) : null;
        if (on != null && days != null) {
            block.problem("on", "both 'on' and 'sendDays' are there", "remove one");
        }
        boolean inDebt = PolicyValues.flag(block, "onlyInDebt");
        Action.Task task = null;
        Wording wording = null;
        switch (type) {
            case "task" -> task = task(block);
            case "message" -> wording = wordings.read(block, null);
            case "debt-notice" -> wording = wordings.read(block, "statement");
            default -> {}
        }
        return block.problems() > before
                ? Optional.empty()
                : Optional.of(new Action(
                        name,
                        type.equals("task")
                                ? Action.Type.TASK
                                : type.equals("message") ? Action.Type.MESSAGE : Action.Type.DEBT_NOTICE,
                        segment.isEmpty() ? null : segment,
                        days,
                        on,
                        inDebt,
                        wording,
                        task));
    }

    private static Action.Task task(YamlFields block) {
        return new Action.Task(
                block.required("task", "what is to be done"),
                block.number("dueAfterDays", 0, 365, 0),
                block.has("dueAt")
                        ? block.required("dueAt", "an hour such as 10:00", LocalTime::parse, LocalTime.NOON)
                        : null);
    }
}
