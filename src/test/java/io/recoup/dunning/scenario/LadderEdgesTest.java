package io.recoup.dunning.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.Debts;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.dunning.plan.DunningHistory;
import io.recoup.dunning.plan.DunningHistory.Step;
import io.recoup.dunning.plan.Planner;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.plan.Sources;
import io.recoup.dunning.plan.Unmatched;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.ReferralRule;
import io.recoup.dunning.policy.Trigger;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corners of the ladder that random years came upon. */
class LadderEdgesTest {

    @TempDir
    Path folder;

    private static final DebtorAccount ONE = Debts.account(Debts.due(1, "2025-03-01", "100.00"));

    @Test
    void the_day_of_giving_up_by_age_is_waited_for_when_it_comes_before_the_next_letter() {
        Planner planner = Debts.planner(
                new ReferralRule(30, 60, null), Level.once("last", 30, "final").repeating(30, 0));
        DunningHistory told = told("last", 30, "2025-04-05");
        DebtorPlan plan = planner.decide(Situation.of(ONE, told), LocalDate.parse("2025-04-06"));
        assertThat(decision(plan).nextOn()).as("60 days past due").isEqualTo("2025-04-30");
        assertThat(plan.lookAgainOn(LocalDate.parse("2025-04-06"))).isEqualTo("2025-04-30");
        assertThat(planner.decide(Situation.of(ONE, told), LocalDate.parse("2025-04-30"))
                        .newlyExhausted())
                .containsExactly(new ItemId(1));
    }

    @Test
    void after_courtesies_alone_nobody_is_referred_by_age_either() {
        Planner planner = Debts.planner(new ReferralRule(10, 60, null), Level.once("soon", -3, "before-due"));
        DebtorPlan plan =
                planner.decide(Situation.of(ONE, told("soon", -3, "2025-02-26")), LocalDate.parse("2025-06-30"));
        assertThat(plan.newlyExhausted()).isEmpty();
        assertThat(decision(plan).reason()).asString().contains("the procedure refers nobody");
    }

    @Test
    void a_letter_of_a_level_that_the_policy_no_longer_has_and_none_before_it_begins_the_ladder_a_day_later() {
        Planner planner = Debts.planner(null, Level.once("first", 15, "reminder"));
        DunningHistory told = told("before, now removed", -10, "2025-02-19");
        assertThat(decision(planner.decide(Situation.of(ONE, told), LocalDate.parse("2025-03-01")))
                        .nextOn())
                .isEqualTo("2025-03-16");
    }

    @Test
    void a_level_before_the_due_date_whose_day_comes_after_the_next_level_s_is_left_out() {
        Planner planner = Debts.planner(
                null, Level.once("on the due date", 0, "t"), Level.of("issue", new Trigger.FromIssue(14), "t"));
        DebtorPlan plan = planner.decide(Situation.of(ONE, DunningHistory.NONE), LocalDate.parse("2025-02-01"));
        assertThat(decision(plan).reason()).hasToString("level 'issue' is due on 2025-02-13");
    }

    @Test
    void
            no_letter_after_the_due_date_comes_sooner_than_the_law_allows_also_none_that_repeats_or_was_missed_before_it() {
        String repeating = """
                procedures:
                  - name: standard
                    levels:
                      - { name: soon, days: -5, template: t, repeatEveryDays: 7, times: 2 }
                limits: { minDaysBeforeFirst: 8 }
                """;
        assertThat(Story.company(folder, repeating)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "10.00")
                        .due("2025-03-01")
                        .until("2025-04-30")
                        .letters())
                .containsExactly("2025-02-24 soon F-1: 10.00 EUR", "2025-03-09 soon F-1: 10.00 EUR");
        assertThat(Story.company(folder, repeating)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "10.00")
                        .due("2025-03-01")
                        .held("C-1", "pause", "2025-03-03")
                        .until("2025-04-30")
                        .letters())
                .containsExactly("2025-03-09 soon F-1: 10.00 EUR", "2025-03-16 soon F-1: 10.00 EUR");
    }

    @Test
    void money_of_nobody_that_fits_in_amount_or_name_is_matched_before_anybody_is_reminded() {
        assertThat(reminded(Unmatched.NONE)).isTrue();
        assertThat(reminded(new Unmatched(Set.of(Money.parse("100.00", "EUR")), Set.of())))
                .isFalse();
        assertThat(reminded(new Unmatched(Set.of(Money.parse("99.99", "EUR")), Set.of())))
                .isTrue();
        assertThat(reminded(new Unmatched(Set.of(Money.parse("100.00", "USD")), Set.of())))
                .isTrue();
        assertThat(reminded(new Unmatched(Set.of(), Set.of(Unmatched.key("DÉBTOR.")))))
                .isFalse();
        assertThat(reminded(new Unmatched(Set.of(), Set.of(Unmatched.key("Somebody")))))
                .isTrue();
    }

    private static boolean reminded(Unmatched unmatched) {
        Planner planner = Debts.planner(null, Level.once("first", 15, "reminder"));
        return planner.decide(
                        new Situation(ONE, DunningHistory.NONE, Sources.FRESH, unmatched),
                        LocalDate.parse("2025-03-16"))
                .notice()
                .isPresent();
    }

    private static DunningDecision decision(DebtorPlan plan) {
        return plan.decisions().get(new ItemId(1));
    }

    private static DunningHistory told(String level, int days, String on) {
        LocalDate day = LocalDate.parse(on);
        return new DunningHistory(
                List.of(new Step(new ItemId(1), "standard", level, days, 1, day, false, false)),
                List.of(day),
                null,
                Map.of(),
                Map.of(),
                null,
                List.of());
    }
}
