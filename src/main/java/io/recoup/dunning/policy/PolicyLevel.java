package io.recoup.dunning.policy;

import io.recoup.calendar.SendDays;
import io.recoup.dunning.file.YamlFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a policy file that states one level. */
final class PolicyLevel {

    /** The ready-made reminders, each off until it says {@code active: true}. */
    private enum Kind {
        ISSUED("issued", new Trigger.FromIssue(0)),
        COMING_DUE("before-due", new Trigger.FromDue(-3)),
        DUE_TODAY("due-today", new Trigger.FromDue(0)),
        OVERDUE("reminder", new Trigger.FromDue(3)),
        SUMMARY("statement", new Trigger.OnSendDays(SendDays.parse(List.of("last"))));

        private final String template;
        private final Trigger trigger;

        Kind(String template, Trigger trigger) {
            this.template = template;
            this.trigger = trigger;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            return null;
        }
    }

    private PolicyLevel() {}

    /** Empty when the level is off, or when it has faults, which are then noted. */
    static Optional<Level> read(YamlFields block, WordingReader wordings, Creditor.Start start, boolean approval) {
        int before = block.problems();
        String word = block.matching(
                "kind",
                "issued|coming-due|due-today|overdue|summary",
                "issued, coming-due, due-today, overdue or summary",
                "");
        Kind kind = Kind.of(word);
        boolean active = kind == null
                ? !block.has("active") || PolicyValues.flag(block, "active")
                : PolicyValues.flag(block, "active");
        String name = kind == null || block.has("name") ? block.required("name", "a name") : kind.word();
        Trigger trigger = trigger(block, kind);
        Wording wording = wordings.read(block, kind == null ? null : kind.template);
        int every = block.number("repeatEveryDays", 0, 366, 0);
        int times = block.number("times", 0, 1000, every > 0 ? 0 : 1);
        if (every == 0 && times != 1) {
            block.problem("times", "times without repeatEveryDays", "add repeatEveryDays or remove times");
        }
        boolean perItem = block.matching("group", "debtor|item", "'debtor' or 'item'", "debtor")
                .equals("item");
        boolean person = block.matching(
                        "approve", "person|automatic", "'person' or 'automatic'", approval ? "person" : "automatic")
                .equals("person");
        Map<String, io.recoup.money.Money> minimum = PolicyValues.amounts(block, "minimum");
        Charges charges = charges(block);
        int reply = block.number("replyWithinDays", 1, 90, 7);
        if (active && trigger instanceof Trigger.FromIssue && start.issued() == null && kind == Kind.ISSUED) {
            block.problem(
                    "kind",
                    "letters about new documents have no beginning",
                    "state creditor.collection.issued: the first day of issue that they tell of, such as 2025-06-01");
        }
        if (!active || block.problems() > before) {
            return Optional.empty();
        }
        return Optional.of(new Level(name, trigger, wording, reply, every, times, perItem, minimum, charges, person));
    }

    private static Trigger trigger(YamlFields block, Kind kind) {
        List<Trigger> stated = new ArrayList<>();
        if (block.has("days")) {
            stated.add(new Trigger.FromDue(block.number("days", -365, 3650, null)));
        }
        if (block.has("daysFromIssue")) {
            stated.add(new Trigger.FromIssue(block.number("daysFromIssue", 0, 3650, null)));
        }
        if (block.has("daysAfterPrevious")) {
            stated.add(new Trigger.AfterPrevious(block.number("daysAfterPrevious", 1, 365, null)));
        }
        if (block.has("sendDays")) {
            stated.add(new Trigger.OnSendDays(sendDays(block)));
        }
        if (stated.size() > 1) {
            block.problem(
                    "days",
                    "more than one day is stated",
                    "state one of days, daysFromIssue, daysAfterPrevious, sendDays");
        }
        if (stated.isEmpty() && kind == null) {
            block.problem(
                    "days",
                    "no day is stated",
                    "state days (from the due date: -3, 0, 15), daysFromIssue, daysAfterPrevious or sendDays");
        }
        return !stated.isEmpty() ? stated.get(0) : kind == null ? new Trigger.FromDue(0) : kind.trigger;
    }

    static SendDays sendDays(YamlFields block) {
        try {
            return SendDays.parse(block.words("sendDays"));
        } catch (IllegalArgumentException wrong) {
            block.problem("sendDays", wrong.getMessage(), "state one to three days of the month, such as [20, last]");
            return SendDays.parse(List.of("last"));
        }
    }

    static Charges charges(YamlFields block) {
        boolean feeByPack = block.text("fee", "").equals("pack");
        boolean percentFee = block.text("fee", "").endsWith("%");
        BigDecimal feePercent = percentFee ? PolicyValues.percent(block, "fee", block.text("fee", "")) : null;
        String interest = block.text("interest", "");
        boolean byPack = interest.equals("pack");
        return new Charges(
                feeByPack || percentFee ? Map.of() : PolicyValues.amounts(block, "fee"),
                feePercent,
                feeByPack,
                PolicyValues.flag(block, "fixedSum"),
                byPack || interest.isEmpty() ? null : PolicyValues.percent(block, "interest", interest),
                byPack);
    }
}
