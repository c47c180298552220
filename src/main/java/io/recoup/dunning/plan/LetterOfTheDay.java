package io.recoup.dunning.plan;

import static java.util.Comparator.comparing;

import io.recoup.dunning.plan.DunningDecision.Line;
import io.recoup.dunning.plan.DunningDecision.Notice;
import io.recoup.dunning.plan.DunningDecision.Wait;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.dunning.policy.Trigger;
import io.recoup.money.Money;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the one letter of the day among the items whose next letter has come, and makes every other item wait. */
final class LetterOfTheDay {

    private final Obstacles obstacles;
    private final Charging charging;

    LetterOfTheDay(Obstacles obstacles, Charging charging) {
        this.obstacles = obstacles;
        this.charging = charging;
    }

    Optional<Notice> choose(
            Situation situation,
            Procedure procedure,
            Map<OpenItem, Ladder.Next> ready,
            Restrictions limits,
            Map<ItemId, DunningDecision> decisions,
            LocalDate today) {
        LocalDate tomorrow = today.plusDays(Math.max(1, Math.max(procedure.minimumGapDays(), limits.minGapDays())));
        for (int position = procedure.levels().size() - 1; position >= 0; position--) {
            List<OpenItem> items = at(position, ready);
            if (items.isEmpty()) {
                continue;
            }
            Level level = procedure.levels().get(position);
            List<OpenItem> told = List.of();
            for (List<OpenItem> together : level.perItem() ? oneByOne(items) : List.of(items)) {
                List<OpenItem> enough = enough(together, level);
                List<OpenItem> owed = charging.beyondCredit(situation.account(), enough, today);
                together.forEach(item -> {
                    if (!enough.contains(item)) {
                        decisions.put(item.id(), tooLittle(item, level, tomorrow));
                    } else if (!owed.contains(item)) {
                        decisions.put(item.id(), Rests.COVERED);
                    }
                });
                told = told.isEmpty() ? owed : told;
            }
            if (told.isEmpty()) {
                continue;
            }
            DunningDecision obstacle =
                    obstacles.toLetter(situation, told, procedure.minimumGapDays(), limits, level.wording(), today);
            if (obstacle != null) {
                ready.keySet().forEach(item -> decisions.putIfAbsent(item.id(), obstacle));
                return Optional.empty();
            }
            List<Claim> claims = charging.of(situation, level, told, limits, today);
            Notice notice = new Notice(
                    procedure.name(),
                    level,
                    0,
                    told.stream()
                            .map(item -> new Line(item.id(), ready.get(item).occurrence()))
                            .toList(),
                    claims,
                    place(level),
                    tomorrow);
            told.forEach(item -> decisions.put(item.id(), notice));
            ready.keySet()
                    .forEach(item -> decisions.putIfAbsent(
                            item.id(), new Wait(tomorrow, Reason.of("wait.goes-first", level.name()))));
            return Optional.of(notice);
        }
        return Optional.empty();
    }

    private static List<OpenItem> at(int position, Map<OpenItem, Ladder.Next> ready) {
        return ready.entrySet().stream()
                .filter(entry -> entry.getValue().position() == position)
                .map(Map.Entry::getKey)
                .sorted(comparing(OpenItem::dueOn)
                        .thenComparing(item -> item.id().value()))
                .toList();
    }

    private static List<List<OpenItem>> oneByOne(List<OpenItem> items) {
        return items.stream().map(List::of).toList();
    }

    private static Wait tooLittle(OpenItem item, Level level, LocalDate tomorrow) {
        return new Wait(
                tomorrow,
                Reason.of("wait.minimum", level.name(), level.minimum().get(currency(item))));
    }

    /** The items of the currencies in which the level's least total is reached. */
    private static List<OpenItem> enough(List<OpenItem> items, Level level) {
        if (level.minimum().isEmpty()) {
            return items;
        }
        Map<String, Money> sums = new HashMap<>();
        items.forEach(item -> sums.merge(currency(item), item.open(), Money::plus));
        return items.stream()
                .filter(item -> {
                    Money least = level.minimum().get(currency(item));
                    return least == null || !least.exceeds(sums.get(currency(item)));
                })
                .toList();
    }

    private static String currency(OpenItem item) {
        return item.open().currencyCode();
    }

    private static Reason place(Level level) {
        if (level.trigger() instanceof Trigger.FromDue due) {
            String when = due.days() == 0 ? "on" : due.days() < 0 ? "before" : "after";
            return Reason.of("notice.level." + when, level.name(), Math.abs(due.days()));
        }
        if (level.trigger() instanceof Trigger.FromIssue issue) {
            return Reason.of("notice.level.issue", level.name(), issue.days());
        }
        if (level.trigger() instanceof Trigger.AfterPrevious previous) {
            return Reason.of("notice.level.previous", level.name(), previous.days());
        }
        return Reason.of("notice.level.send-day", level.name());
    }
}
