package io.recoup.dunning.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.calendar.ContactWindow;
import io.recoup.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @Test
    void the_larger_gap_wins_whoever_comes_first() {
        Limits two = Limits.NONE.and(Limit.MIN_GAP_DAYS, 2, "law");
        Limits five = Limits.NONE.and(Limit.MIN_GAP_DAYS, 5, "policy");
        assertThat(two.strictest(five).minGapDays()).contains(new Sourced<>(5, "policy"));
        assertThat(five.strictest(two).minGapDays()).contains(new Sourced<>(5, "policy"));
        assertThat(two.strictest(Limits.NONE)).isEqualTo(two);
        assertThat(two.strictest(two)).isEqualTo(two);
        assertThat(Limits.NONE.minGapDays()).isEmpty();
    }

    @Test
    void the_window_is_what_all_allow_and_names_those_that_narrow_it() {
        Limits law = Limits.NONE
                .and(Limit.CONTACT_HOURS, WrittenLimits.hours("08:00-20:00"), "law")
                .and(Limit.CONTACT_DAYS, WrittenLimits.days("mon-sat"), "law");
        Limits wider = Limits.NONE.and(Limit.CONTACT_HOURS, WrittenLimits.hours("07:00-21:00"), "policy");
        Limits later = Limits.NONE.and(Limit.CONTACT_HOURS, WrittenLimits.hours("09:00-24:00"), "policy");
        assertThat(law.strictest(wider).contactWindow().orElseThrow().pack()).isEqualTo("law");
        Sourced<ContactWindow> both = later.strictest(law).contactWindow().orElseThrow();
        assertThat(both.pack()).isEqualTo("policy, law");
        assertThat(both.value().from()).isEqualTo(LocalTime.of(9, 0));
        assertThat(both.value().until()).isEqualTo(LocalTime.of(20, 0));
        assertThat(both.value().days()).hasSize(6);
        assertThat(Limits.NONE.contactWindow()).isEmpty();
    }

    @Test
    void caps_that_do_not_imply_each_other_are_both_kept() {
        Limits week = Limits.NONE.and(Limit.MAX_CONTACTS, new ContactCap(2, 7), "law");
        Limits month = Limits.NONE.and(Limit.MAX_CONTACTS, new ContactCap(4, 30), "policy");
        Limits looser = Limits.NONE.and(Limit.MAX_CONTACTS, new ContactCap(3, 7), "habit");
        assertThat(week.strictest(month).maxContacts())
                .extracting(Sourced::pack)
                .containsExactly("law", "policy");
        assertThat(looser.strictest(week).maxContacts())
                .extracting(Sourced::pack)
                .containsExactly("law");
        assertThat(week.strictest(looser).maxContacts())
                .extracting(Sourced::pack)
                .containsExactly("law");
    }

    @Test
    void the_third_contact_waits_until_the_first_is_seven_days_past() {
        ContactCap cap = new ContactCap(2, 7);
        List<LocalDate> earlier = List.of(MONDAY, MONDAY.plusDays(3));
        assertThat(cap.allows(earlier, MONDAY.plusDays(6))).isFalse();
        assertThat(cap.allows(earlier, MONDAY.plusDays(7))).isTrue();
        assertThat(cap.allows(List.of(MONDAY), MONDAY)).isTrue();
        assertThat(cap.allows(List.of(MONDAY, MONDAY), MONDAY)).isFalse();
    }

    @Test
    void a_fee_is_each_tier_s_percent_of_its_part_rounded_once() {
        FeeScale scale = new FeeScale(
                List.of(
                        new FeeScale.Tier(euros("100.00"), new BigDecimal("9")),
                        new FeeScale.Tier(euros("500.00"), new BigDecimal("6"))),
                new BigDecimal("3"));
        assertThat(scale.on(euros("100.00"))).isEqualTo(euros("9.00"));
        assertThat(scale.on(euros("100.08"))).isEqualTo(euros("9.00"));
        assertThat(scale.on(euros("100.09"))).isEqualTo(euros("9.01"));
        assertThat(scale.on(euros("500.00"))).isEqualTo(euros("33.00"));
        assertThat(scale.on(euros("600.00"))).isEqualTo(euros("36.00"));
        assertThat(scale.on(euros("0.00"))).isEqualTo(euros("0.00"));
        assertThatThrownBy(() -> scale.on(Money.parse("1.00", "USD"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scale.on(euros("-1.00"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_smallest_fee_sum_and_interest_win() {
        Limits both = Limits.NONE
                .and(Limit.MAX_FEE, euros("5.00"), "law")
                .and(Limit.FEE_SCALE, new FeeScale(List.of(), new BigDecimal("1")), "policy")
                .and(Limit.INTEREST, InterestRule.fixed(new BigDecimal("9")), "law")
                .and(Limit.INTEREST, InterestRule.fixed(new BigDecimal("8")), "policy")
                .and(Limit.FIXED_SUM, new FixedSum(false, List.of(new FixedSum.Tier(null, euros("40.00")))), "law");
        assertThat(both.feeCap(euros("499.00"))).contains(new Sourced<>(euros("4.99"), "policy"));
        assertThat(both.feeCap(euros("501.00"))).contains(new Sourced<>(euros("5.00"), "law"));
        assertThat(both.feeCap(Money.parse("501.00", "USD")).orElseThrow().pack())
                .isEqualTo("law");
        assertThat(both.interest(euros("365.00"), MONDAY, MONDAY.plusDays(100), Rates.NONE))
                .contains(new Sourced<>(euros("8.00"), "policy"));
        assertThat(both.fixedSum(euros("1.00"))).contains(new Sourced<>(euros("40.00"), "law"));
        assertThat(Limits.NONE.feeCap(euros("1.00"))).isEmpty();
    }

    @Test
    void required_texts_of_all_are_carried_in_the_letter_s_language_or_the_law_s() {
        Limits limits =
                Limits.NONE.and(Limit.REQUIRED_TEXT, new RequiredText(Map.of("es", "Texto", "en", "Text")), "law");
        assertThat(limits.requiredTexts("en")).containsExactly(new Sourced<>("Text", "law"));
        Limits spanish = Limits.NONE.and(Limit.REQUIRED_TEXT, new RequiredText(Map.of("es", "Texto")), "law");
        assertThat(spanish.requiredTexts("de")).containsExactly(new Sourced<>("Texto", "law"));
    }

    @Test
    void a_loosened_value_gives_way_to_the_next_strictest() {
        Limits limits = Limits.NONE.and(Limit.MIN_GAP_DAYS, 5, "law").and(Limit.MIN_GAP_DAYS, 3, "policy");
        assertThat(limits.loosened(List.of(loosening("minGapDays", "4", "law"))).minGapDays())
                .contains(new Sourced<>(4, "law"));
        assertThat(limits.loosened(List.of(loosening("minGapDays", "2", "law"))).minGapDays())
                .contains(new Sourced<>(3, "policy"));
        assertThat(limits.loosened(List.of(loosening("minGapDays", "none", "law")))
                        .minGapDays())
                .contains(new Sourced<>(3, "policy"));
        assertThat(limits.loosened(List.of(loosening("minGapDays", "0", "elsewhere"))))
                .isEqualTo(limits);
        assertThatThrownBy(() -> limits.loosened(List.of(loosening("retentionDays", "1", "law"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'law' states no 'retentionDays'");
    }

    @Test
    void loosening_needs_two_people_and_a_reason() {
        assertThat(new Loosening("minGapDays", "1", "law", "ana", "bea", "counsel, 3 March"))
                .isNotNull();
        assertThatThrownBy(() -> new Loosening("minGapDays", "1", "law", "ana", " Ana ", "reason"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two people");
        for (Loosened missing : List.<Loosened>of(
                () -> new Loosening("minGapDays", "1", "law", "ana", "bea", " "),
                () -> new Loosening("minGapDays", "1", "law", "", "bea", "reason"),
                () -> new Loosening("minGapDays", "1", "law", "ana", "", "reason"),
                () -> new Loosening("minGap", "1", "law", "ana", "bea", "reason"),
                () -> new Loosening("minGapDays", "one", "law", "ana", "bea", "reason"),
                () -> new Loosening("feeScale", "10", "law", "ana", "bea", "reason"),
                () -> new Loosening("interest", "none", "law", "ana", "bea", "reason"))) {
            assertThatThrownBy(missing::state).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private interface Loosened {
        Loosening state();
    }

    private static Loosening loosening(String field, String value, String pack) {
        return new Loosening(field, value, pack, "ana", "bea", "counsel, 3 March");
    }

    private static Money euros(String amount) {
        return Money.parse(amount, "EUR");
    }
}
