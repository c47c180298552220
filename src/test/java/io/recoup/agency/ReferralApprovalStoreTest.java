package io.recoup.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.PostgresTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who hands a debtor over: the procedure's rule, the desk's own rule up to 500 EUR, or a person. */
class ReferralApprovalStoreTest extends PostgresTest {

    private static final String RULE = "procedure 'usual' refers up to 1000.00 EUR";

    private AgencyRoom room;

    @BeforeAll
    void open() {
        room = new AgencyRoom(dataSource, jdbc, transaction, AgencySettings.Repeat.LOOKUP, true);
    }

    @Test
    void a_procedure_that_refers_by_itself_needs_no_person() {
        room.owes("D1", "A-1", "900.00");
        room.exhaustBy("automatic", RULE, "D1", "A-1");
        room.hearing.react(room.today);

        assertThat(room.referral("A-1", "state")).isEqualTo("approved");
        assertThat(room.referral("A-1", "approved_by")).isEqualTo("rule");
        assertThat(room.referral("A-1", "rule")).isEqualTo("policy: " + RULE);
        assertThat(room.referral("A-1", "reason")).isEqualTo("procedure usual was exhausted on 2026-05-01");
        assertThat(room.of("A-1", "state")).isEqualTo("prepared");
        assertThat(room.of("A-1", "principal_minor")).isEqualTo("90000");
    }

    @Test
    void a_procedure_that_asks_a_person_waits_for_one() {
        room.owes("D2", "A-2", "900.00");
        room.exhausted("D2", "A-2");
        assertThat(room.referral("A-2", "state")).isEqualTo("proposed");
        assertThat(room.referral("A-2", "approved_by")).isNull();
        assertThat(room.isHeld("A-2")).isFalse();

        room.desk.approve(room.referralOf("A-2"), "maria", room.today);

        assertThat(room.referral("A-2", "approved_by")).isEqualTo("maria");
        assertThat(room.referral("A-2", "rule")).isNull();
        assertThat(room.of("A-2", "state")).isEqualTo("prepared");
        assertThat(room.isHeld("A-2")).isTrue();
    }

    @Test
    void the_desks_own_rule_hands_small_sums_over_though_the_procedure_asks_a_person() {
        room.owes("D3", "A-3", "500.00");
        room.exhausted("D3", "A-3");

        assertThat(room.referral("A-3", "rule")).isEqualTo("approve-automatically-up-to");
    }

    @Test
    void what_was_in_a_case_before_waits_for_a_person_even_when_the_procedure_refers_by_itself() {
        room.owes("D4", "A-4", "100.00");
        room.exhaustBy("automatic", RULE, "D4", "A-4");
        room.hearing.react(room.today);
        room.desk.recall(room.placementOf("A-4"), "maria", "promised to pay", room.today);
        assertThat(room.of("A-4", "state")).isEqualTo("closed");

        room.exhaustBy("automatic", RULE, "D4", "A-4");
        room.hearing.react(room.today);

        assertThat(room.referral("A-4", "state")).isEqualTo("proposed");
    }
}
