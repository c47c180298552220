package io.recoup.dunning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.Debts;
import io.recoup.dunning.plan.DunningDecision.Notice;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.ReferralRule;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import io.recoup.testing.Seeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A year of random debts, payments, holds and outages, under random procedures. */
class PlannerPropertyTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Test
    void no_letter_twice_none_skipped_no_burst_nothing_paid_or_held() {
        Seeds.forEach(400, PlannerPropertyTest::year);
    }

    private static void year(Random random) {
        Procedure procedure = procedure(random);
        Planner planner = new Planner(Debts.policy(Debts.CREDITOR, procedure));
        List<OpenItem> open = new ArrayList<>();
        List<DebtorAccount.Hold> holds = new ArrayList<>();
        DunningHistory history = DunningHistory.NONE;
        Map<ItemId, List<String>> told = new HashMap<>();
        Set<String> steps = new HashSet<>();
        LocalDate last = null;
        for (LocalDate day = START; day.isBefore(START.plusYears(1)); day = day.plusDays(1)) {
            if (random.nextInt(8) == 0) {
                open.add(Debts.due(
                        told.size() + 1, day.plusDays(random.nextInt(40)).toString(), "10.00"));
                told.put(open.get(open.size() - 1).id(), new ArrayList<>());
            }
            if (!open.isEmpty() && random.nextInt(15) == 0) {
                open.remove(random.nextInt(open.size()));
            }
            if (!open.isEmpty() && random.nextInt(20) == 0) {
                Long item = random.nextInt(5) == 0
                        ? null
                        : open.get(random.nextInt(open.size())).id().value();
                holds.add(Debts.hold(
                        item, "pause", day.plusDays(random.nextInt(20)).toString(), null));
            }
            if (random.nextInt(60) == 0) {
                day = day.plusDays(random.nextInt(60)); // an outage
            }
            List<Money> credit = random.nextInt(10) == 0 ? List.of(Money.parse("20.00", "EUR")) : List.of();
            DebtorAccount account = Debts.account(List.copyOf(open), List.copyOf(holds), credit);
            DebtorPlan plan = planner.decide(Situation.of(account, history), day);
            assertThat(plan.decisions()).doesNotContainValue(null).hasSameSizeAs(open);
            assertThat(plan.decisions().values())
                    .allMatch(decision -> !decision.reason().toString().isBlank());
            if (plan.notice().isEmpty()) {
                continue;
            }
            Notice notice = plan.notice().get();
            assertThat(last == null || !day.isBefore(last.plusDays(procedure.minimumGapDays())))
                    .isTrue();
            for (DunningDecision.Line line : notice.lines()) {
                check(procedure, account, notice, line, told.get(line.item()), day);
                assertThat(steps.add(line + notice.level().name()))
                        .as("told twice: %s", line)
                        .isTrue();
                told.get(line.item()).add(notice.level().name() + "@" + day);
            }
            history = history.afterSending(notice, day);
            last = day;
        }
    }

    private static void check(
            Procedure procedure,
            DebtorAccount account,
            Notice notice,
            DunningDecision.Line line,
            List<String> before,
            LocalDate day) {
        OpenItem item = account.openItems().stream()
                .filter(open -> open.id().equals(line.item()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("paid, yet told of: " + line));
        assertThat(account.holds())
                .noneMatch(hold -> hold.coversOn(day)
                        && (hold.item() == null || hold.item().equals(line.item())));
        assertThat(item.daysPastDue(day)).isGreaterThanOrEqualTo(notice.level().nominalDays());
        int position = procedure.positionOf(notice.level().name()).orElseThrow();
        int reached = -1;
        if (!before.isEmpty()) {
            String[] previous = before.get(before.size() - 1).split("@");
            reached = procedure.positionOf(previous[0]).orElseThrow();
            Level from = procedure.levels().get(reached);
            int distance = reached == position
                    ? from.repeatEveryDays()
                    : notice.level().nominalDays() - from.nominalDays();
            assertThat(day).isAfterOrEqualTo(LocalDate.parse(previous[1]).plusDays(distance));
        }
        for (int skipped = reached + 1; skipped < position; skipped++) {
            assertThat(procedure.levels().get(skipped).isCourtesy())
                    .as("level skipped")
                    .isTrue();
        }
        assertThat(notice.level().isCourtesy() && day.isAfter(item.dueOn())).isFalse();
    }

    private static Procedure procedure(Random random) {
        TreeSet<Integer> days = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            days.add(random.nextInt(60) - 15);
        }
        List<Level> levels = new ArrayList<>();
        days.forEach(day -> levels.add(Level.once("day " + day, day, "t")));
        if (random.nextBoolean()) {
            Level end = levels.remove(levels.size() - 1);
            levels.add(end.repeating(1 + random.nextInt(20), random.nextInt(4)));
        }
        return Procedure.of("p", 1 + random.nextInt(3), levels, new ReferralRule(random.nextInt(20), 0, null));
    }
}
