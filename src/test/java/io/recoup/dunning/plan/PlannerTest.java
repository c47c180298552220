package io.recoup.dunning.plan;

import static io.recoup.dunning.Debts.account;
import static io.recoup.dunning.Debts.day;
import static io.recoup.dunning.Debts.due;
import static io.recoup.dunning.Debts.of;
import static io.recoup.dunning.Debts.planner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.dunning.Debts;
import io.recoup.dunning.plan.DunningDecision.Line;
import io.recoup.dunning.plan.DunningDecision.Refer;
import io.recoup.dunning.plan.DunningDecision.Wait;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.ReferralRule;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Level BEFORE = Level.once("before", -10, "before-due");
    private static final Level FIRST = Level.once("first", 15, "reminder");
    private static final Level LAST = Level.once("last", 30, "final").repeating(30, 0);
    private static final Planner PLANNER = planner(null, BEFORE, FIRST, LAST);
    private static final DebtorAccount ONE = account(due(1, "2025-03-01", "100.00"));

    @Test
    void sends_ten_days_before_fifteen_after_then_every_thirty_days() {
        assertThat(lettersBetween(PLANNER, ONE, "2025-01-01", "2025-05-15"))
                .containsExactly("2025-02-19 before", "2025-03-16 first", "2025-03-31 last", "2025-04-30 last");
    }

    @Test
    void sends_on_the_day_of_a_level_and_not_a_day_sooner() {
        assertThat(decision(ONE, DunningHistory.NONE, "2025-02-18"))
                .isEqualTo(new Wait(day("2025-02-19"), Reason.of("wait.level", "before", "2025-02-19", null)));
        assertThat(PLANNER.decide(of(ONE), day("2025-02-19")).notice())
                .hasValueSatisfying(notice -> assertThat(notice.lines()).containsExactly(new Line(new ItemId(1), 1)));
    }

    @Test
    void leaves_a_courtesy_level_out_once_the_due_date_has_passed() {
        assertThat(PLANNER.decide(of(ONE), day("2025-03-01")).notice()).isPresent();
        assertThat(decision(ONE, DunningHistory.NONE, "2025-03-02")).isInstanceOf(Wait.class);
    }

    @Test
    void leaves_a_courtesy_level_out_once_the_next_level_has_come() {
        Planner twice = planner(null, BEFORE, Level.once("soon", -3, "before-due"), FIRST);
        assertThat(level(twice, "2025-02-25")).isEqualTo("before");
        assertThat(level(twice, "2025-02-26")).isEqualTo("soon");
    }

    @Test
    void a_level_that_repeats_goes_on_past_the_due_date_wherever_it_begins() {
        Planner onTheDay = planner(null, Level.once("due", 0, "t").repeating(10, 3));
        assertThat(lettersBetween(onTheDay, ONE, "2025-02-01", "2025-05-01"))
                .containsExactly("2025-03-01 due", "2025-03-11 due", "2025-03-21 due");
        Planner sooner = planner(null, Level.once("soon", -5, "t").repeating(10, 2));
        assertThat(lettersBetween(sooner, ONE, "2025-02-01", "2025-05-01"))
                .containsExactly("2025-02-24 soon", "2025-03-06 soon");
    }

    @Test
    void a_level_that_repeats_is_not_left_out_for_an_item_that_came_late_and_ends_in_the_referral() {
        Planner planner =
                planner(new ReferralRule(5, 0, null), Level.once("due", 0, "t").repeating(10, 2));
        assertThat(lettersBetween(planner, ONE, "2025-03-02", "2025-05-01"))
                .containsExactly("2025-03-02 due", "2025-03-12 due");
        DunningHistory history = historyUntil(planner, ONE, "2025-03-02", "2025-03-16");
        assertThat(planner.decide(Situation.of(ONE, history), day("2025-03-16")).newlyExhausted())
                .isEmpty();
        assertThat(planner.decide(Situation.of(ONE, history), day("2025-03-17")).newlyExhausted())
                .containsExactly(new ItemId(1));
    }

    @Test
    void a_missed_level_is_sent_once_and_the_next_keeps_its_distance() {
        Planner planner = planner(null, Level.once("a", 3, "t"), Level.once("b", 15, "t"), Level.once("c", 30, "t"));
        assertThat(lettersBetween(planner, ONE, "2025-04-20", "2025-06-30"))
                .containsExactly("2025-04-20 a", "2025-05-02 b", "2025-05-17 c");
    }

    @Test
    void one_letter_lists_every_item_of_its_level_and_the_highest_level_goes_first() {
        Planner planner = planner(null, Level.once("a", 3, "t"), Level.once("b", 15, "t"));
        DebtorAccount account =
                account(due(1, "2025-03-01", "10.00"), due(2, "2025-03-13", "20.00"), due(3, "2025-03-12", "30.00"));
        DunningHistory history = new DunningHistory(
                List.of(new DunningHistory.Step(new ItemId(1), "standard", "a", 3, 1, day("2025-03-04"), false, false)),
                List.of(day("2025-03-04")),
                null,
                Map.of(),
                Map.of(),
                null,
                List.of());
        DebtorPlan plan = planner.decide(Situation.of(account, history), day("2025-03-16"));
        assertThat(plan.notice().orElseThrow().lines()).containsExactly(new Line(new ItemId(1), 1));
        assertThat(plan.decisions().get(new ItemId(2))).isInstanceOf(Wait.class);
        DebtorPlan next = planner.decide(
                Situation.of(account, history.afterSending(plan.notice().get(), day("2025-03-16"))), day("2025-03-17"));
        assertThat(next.notice().orElseThrow().lines())
                .as("oldest due date first")
                .containsExactly(new Line(new ItemId(3), 1), new Line(new ItemId(2), 1));
    }

    @Test
    void refers_so_many_days_after_the_last_letter() {
        Planner planner = planner(
                new ReferralRule(10, 0, null),
                FIRST,
                Level.once("last", 30, "final").repeating(15, 2));
        DunningHistory history = historyUntil(planner, ONE, "2025-01-01", "2025-04-15");
        assertThat(history.lastNoticeOn()).isEqualTo(day("2025-04-15"));
        assertThat(planner.decide(Situation.of(ONE, history), day("2025-04-24")).newlyExhausted())
                .isEmpty();
        DebtorPlan plan = planner.decide(Situation.of(ONE, history), day("2025-04-25"));
        assertThat(plan.decisions().get(new ItemId(1))).isInstanceOf(Refer.class);
        assertThat(plan.newlyExhausted()).containsExactly(new ItemId(1));
    }

    @Test
    void waits_while_a_letter_has_not_left_and_without_an_address() {
        DunningHistory pending = new DunningHistory(
                List.of(),
                List.of(),
                new DunningHistory.Pending("first", day("2025-03-16"), false),
                Map.of(),
                Map.of(),
                null,
                List.of());
        assertThat(decision(ONE, pending, "2025-03-17").reason()).asString().contains("has not left yet");
        DebtorAccount silent = new DebtorAccount(Debts.who(), ONE.openItems(), List.of(), List.of(), Map.of());
        assertThat(decision(silent, DunningHistory.NONE, "2025-03-16").reason())
                .asString()
                .contains("no usable e-mail address");
    }

    @Test
    void refuses_levels_out_of_order_and_repetition_before_the_last() {
        assertThatThrownBy(() -> planner(null, FIRST, BEFORE)).hasMessageContaining("not later");
        assertThatThrownBy(() -> planner(null, LAST, Level.once("x", 60, "t"))).hasMessageContaining("only the last");
    }

    private static DunningDecision decision(DebtorAccount account, DunningHistory history, String on) {
        return PLANNER.decide(Situation.of(account, history), day(on))
                .decisions()
                .get(new ItemId(1));
    }

    private static String level(Planner planner, String on) {
        return planner.decide(of(ONE), day(on)).notice().orElseThrow().level().name();
    }

    private static List<String> lettersBetween(Planner planner, DebtorAccount account, String from, String until) {
        List<String> letters = new ArrayList<>();
        DunningHistory history = DunningHistory.NONE;
        for (LocalDate day = day(from); !day.isAfter(day(until)); day = day.plusDays(1)) {
            var notice = planner.decide(Situation.of(account, history), day).notice();
            if (notice.isPresent()) {
                letters.add(day + " " + notice.get().level().name());
                history = history.afterSending(notice.get(), day);
            }
        }
        return letters;
    }

    private static DunningHistory historyUntil(Planner planner, DebtorAccount account, String from, String until) {
        DunningHistory history = DunningHistory.NONE;
        for (LocalDate day = day(from); !day.isAfter(day(until)); day = day.plusDays(1)) {
            var notice = planner.decide(Situation.of(account, history), day).notice();
            history = notice.isPresent() ? history.afterSending(notice.get(), day) : history;
        }
        return history;
    }
}
