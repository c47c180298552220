package io.recoup.agency;

import static io.recoup.agency.AgencyRoom.AGENCY;
import static io.recoup.agency.StatefulAgency.Fault.ACCEPTS_THEN_TIMES_OUT;
import static io.recoup.agency.StatefulAgency.Fault.ANSWERS_429;
import static io.recoup.agency.StatefulAgency.Fault.ANSWERS_500;
import static io.recoup.agency.StatefulAgency.Fault.ANSWERS_NONSENSE;
import static io.recoup.agency.StatefulAgency.Fault.DECLINES;
import static io.recoup.agency.StatefulAgency.Fault.DENIES_TOKEN;
import static io.recoup.agency.StatefulAgency.Fault.REFUSES_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.outbox.Failure;
import io.recoup.outbox.OutTask;
import io.recoup.testing.PostgresTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case reaches an agency once, whatever the agency and the network do. */
class SubmissionStoreTest extends PostgresTest {

    private AgencyRoom room(AgencySettings.Repeat repeat) {
        return new AgencyRoom(dataSource, jdbc, transaction, repeat, true);
    }

    @BeforeEach
    void nothing_of_another_test_is_due() {
        jdbc.sql("""
                UPDATE placement SET next_submit_at = NULL, alert = 'of another test'
                WHERE state IN ('prepared', 'submitting')
                """).update();
    }

    @Test
    void an_agency_that_accepts_and_then_times_out_has_one_case_after_any_number_of_attempts() {
        AgencyRoom room = room(AgencySettings.Repeat.LOOKUP);
        StatefulAgency agency = new StatefulAgency(false)
                .will(REFUSES_CONNECTION, ANSWERS_500, ANSWERS_429, ANSWERS_500, ACCEPTS_THEN_TIMES_OUT);
        room.owes("S1", "S-1", "100.00");
        room.exhausted("S1", "S-1");

        for (int attempt = 0; attempt < 10; attempt++) {
            agency.carry(room.placements);
        }

        assertThat(agency.caseNumbers).containsExactly(room.of("S-1", "case_number"));
        assertThat(agency.log)
                .containsExactly(
                        "send REFUSES_CONNECTION",
                        "send ANSWERS_500",
                        "look up",
                        "send ANSWERS_429",
                        "look up",
                        "send ANSWERS_500",
                        "look up",
                        "send ACCEPTS_THEN_TIMES_OUT",
                        "look up");
        assertThat(room.of("S-1", "state")).isEqualTo("submitted");
        assertThat(room.of("S-1", "attempt")).isEqualTo("6");
        assertThat(room.referral("S-1", "state")).isEqualTo("placed");
        assertThat(room.facts("CaseOpened"))
                .filteredOn(fact -> fact.subject().equals("case:" + room.placementOf("S-1")))
                .hasSize(1);
    }

    @Test
    void an_agency_that_keeps_our_keys_gets_the_same_body_under_the_same_key() {
        AgencyRoom room = room(AgencySettings.Repeat.KEY);
        StatefulAgency agency = new StatefulAgency(true).will(ACCEPTS_THEN_TIMES_OUT, ANSWERS_NONSENSE);
        room.owes("S2", "S-2", "100.00");
        room.exhausted("S2", "S-2");

        agency.carry(room.placements);
        room.pays("bank:s2", "S-2", "40.00");
        agency.carry(room.placements);
        assertThat(room.of("S-2", "alert")).contains("makes no sense").contains("not JSON");
        agency.carry(room.placements);

        assertThat(agency.caseNumbers).hasSize(1);
        assertThat(room.of("S-2", "principal_minor")).isEqualTo("10000");
        assertThat(room.of("S-2", "state")).isEqualTo("submitted");
        assertThat(room.of("S-2", "alert")).isNull();
    }

    @Test
    void an_agency_with_neither_key_nor_lookup_waits_for_a_person_after_a_doubtful_attempt() {
        AgencyRoom room = room(AgencySettings.Repeat.NONE);
        StatefulAgency agency = new StatefulAgency(false).will(REFUSES_CONNECTION, ACCEPTS_THEN_TIMES_OUT);
        room.owes("S3", "S-3", "100.00");
        room.exhausted("S3", "S-3");

        for (int attempt = 0; attempt < 5; attempt++) {
            agency.carry(room.placements);
        }
        assertThat(agency.caseNumbers).hasSize(1);
        assertThat(room.of("S-3", "state")).isEqualTo("submitting");
        assertThat(room.of("S-3", "alert")).contains("nobody knows").contains(room.of("S-3", "case_number"));

        room.desk.confirm(room.placementOf("S-3"), "A-1-seen", "maria", room.today);
        assertThat(room.of("S-3", "state")).isEqualTo("submitted");
        assertThat(room.of("S-3", "agency_case_id")).isEqualTo("A-1-seen");
    }

    @Test
    void a_person_may_send_again_what_nobody_knows_of() {
        AgencyRoom room = room(AgencySettings.Repeat.NONE);
        StatefulAgency agency = new StatefulAgency(false).will(ANSWERS_500);
        room.owes("S4", "S-4", "100.00");
        room.exhausted("S4", "S-4");
        agency.carry(room.placements);
        assertThat(agency.carry(room.placements)).isZero();

        room.desk.retry(room.placementOf("S-4"), "maria");
        agency.carry(room.placements);

        assertThat(room.of("S-4", "state")).isEqualTo("submitted");
        assertThatThrownBy(() -> room.desk.retry(room.placementOf("S-4"), "maria"))
                .isInstanceOf(RefusedCommand.class)
                .hasMessageContaining("nothing of it waits");
    }

    @Test
    void a_replica_that_dies_between_sending_and_writing_down_costs_no_second_case() {
        AgencyRoom room = room(AgencySettings.Repeat.LOOKUP);
        StatefulAgency agency = new StatefulAgency(false);
        room.owes("S5", "S-5", "100.00");
        room.exhausted("S5", "S-5");
        OutTask lost = room.placements.claim(AGENCY, 1).get(0);
        agency.caseNumbers.add(room.of("S-5", "case_number"));

        assertThat(room.placements.claim(AGENCY, 1)).isEmpty();
        room.theReplicaDies();
        OutTask second = room.placements.claim(AGENCY, 1).get(0);
        room.placements.failed(lost, Failure.REFUSED, "an answer that comes too late");
        agency.carry(room.placements, second);

        assertThat(second.key()).isEqualTo(lost.key());
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(agency.log).containsExactly("look up");
        assertThat(agency.caseNumbers).containsOnlyOnce(room.of("S-5", "case_number"));
        assertThat(room.of("S-5", "state")).isEqualTo("submitted");
    }

    @Test
    void a_case_the_agency_declines_is_ours_again_and_says_why() {
        AgencyRoom room = room(AgencySettings.Repeat.LOOKUP);
        room.owes("S6", "S-6", "100.00");
        room.exhausted("S6", "S-6");
        assertThat(room.isHeld("S-6")).isTrue();

        new StatefulAgency(false).will(DENIES_TOKEN).carry(room.placements);
        assertThat(room.of("S-6", "alert")).contains("credentials");
        new StatefulAgency(false).will(DECLINES).carry(room.placements);

        assertThat(room.of("S-6", "state")).isEqualTo("rejected");
        assertThat(room.of("S-6", "alert")).contains("debtor abroad");
        assertThat(room.referral("S-6", "state")).isEqualTo("declined");
        assertThat(room.isHeld("S-6")).isFalse();

        room.exhausted("S6", "S-6");
        assertThat(room.referral("S-6", "state")).isEqualTo("proposed");
        room.desk.decline(room.referralOf("S-6"), "maria", "not worth another agency");
    }

    @Test
    void two_replicas_never_carry_the_same_case() throws Exception {
        AgencyRoom room = room(AgencySettings.Repeat.LOOKUP);
        AgencyRoom other = room(AgencySettings.Repeat.LOOKUP);
        for (int i = 0; i < 20; i++) {
            room.owes("R" + i, "R-" + i, "100.00");
            room.exhaust("R" + i, "R-" + i);
        }
        List<Callable<Object>> ticks = List.of(
                () -> room.hearing.react(room.today),
                () -> other.hearing.react(room.today),
                () -> room.hearing.react(room.today),
                () -> other.hearing.react(room.today));
        List<Callable<List<OutTask>>> claims = List.of(
                () -> room.placements.claim(AGENCY, 20),
                () -> other.placements.claim(AGENCY, 20),
                () -> room.placements.claim(AGENCY, 20));
        var threads = Executors.newFixedThreadPool(4);
        List<OutTask> claimed = new ArrayList<>();
        try {
            for (Future<Object> tick : threads.invokeAll(ticks)) {
                tick.get();
            }
            for (Future<List<OutTask>> claim : threads.invokeAll(claims)) {
                claimed.addAll(claim.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(claimed).hasSize(20);
        assertThat(claimed).extracting(OutTask::id).doesNotHaveDuplicates();
    }
}
