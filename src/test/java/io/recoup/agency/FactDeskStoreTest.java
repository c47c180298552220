package io.recoup.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.OpenItem;
import io.recoup.testing.PostgresTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** A fact that cannot be worked off waits for a repair, and nothing waits for it. */
class FactDeskStoreTest extends PostgresTest {

    private AgencyRoom room;

    @BeforeAll
    void open() {
        room = new AgencyRoom(dataSource, jdbc, transaction, AgencySettings.Repeat.LOOKUP, true);
    }

    @Test
    void an_unreadable_fact_is_set_aside_seen_and_worked_off_once_it_is_repaired() {
        room.owes("D1", "F-1", "100.00");
        room.owes("D2", "F-2", "100.00");
        room.exhaust("D1", "F-1");
        long fact = newestFact();
        String whole = payload(fact);
        write(fact, "{\"debtor\": \"nobody\"}");

        room.exhausted("D2", "F-2");

        assertThat(room.of("F-2", "state")).isEqualTo("prepared");
        assertThat(room.problems.open()).singleElement().satisfies(problem -> {
            assertThat(problem.fact()).isEqualTo(fact);
            assertThat(problem.type()).isEqualTo("DunningExhausted");
            assertThat(problem.reason()).contains("cannot be read").contains("nobody");
        });
        var health = new FactProblemsHealth(room.problems).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("facts").toString())
                .contains("fact " + fact)
                .doesNotContain("nobody");

        assertThat(room.hearing.replayAll(room.today)).isZero();
        assertThat(room.problems.open()).singleElement().satisfies(problem -> assertThat(problem.tries())
                .isEqualTo(2));

        write(fact, whole);
        assertThat(room.hearing.replayAll(room.today)).isEqualTo(1);
        assertThat(room.of("F-1", "state")).isEqualTo("prepared");
        assertThat(new FactProblemsHealth(room.problems).health().getStatus()).isEqualTo(Status.UP);
        assertThat(room.hearing.replay(fact, "maria", room.today)).isFalse();
    }

    @Test
    void what_a_failing_fact_did_until_then_is_undone() {
        room.owes("D3", "F-3", "100.00");
        room.owes("D4", "F-4", "100.00");
        jdbc.sql("""
                CREATE FUNCTION no_case_of_f3() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.item_id = (SELECT id FROM item WHERE number = 'F-3') THEN
                        RAISE EXCEPTION 'not this one';
                    END IF;
                    RETURN NEW;
                END $$
                """).update();
        jdbc.sql("""
                CREATE TRIGGER no_case_of_f3 BEFORE INSERT ON placement_item
                FOR EACH ROW EXECUTE FUNCTION no_case_of_f3()
                """).update();
        room.exhaust("D3", "F-3");
        long fact = newestFact();
        room.exhaust("D4", "F-4");
        room.hearing.react(room.today);

        assertThat(referralsOf("F-3")).isZero();
        assertThat(room.isHeld("F-3")).isFalse();
        assertThat(room.of("F-4", "state")).isEqualTo("prepared");

        jdbc.sql("DROP TRIGGER no_case_of_f3 ON placement_item").update();
        assertThat(room.hearing.replay(fact, "maria", room.today)).isTrue();
        assertThat(referralsOf("F-3")).isEqualTo(1);
        assertThat(room.isHeld("F-3")).isTrue();
    }

    @Test
    void what_is_held_between_the_report_and_the_referral_waits_for_a_person_and_is_not_lost() {
        room.owes("D5", "F-5", "100.00");
        room.exhaust("D5", "F-5");
        OpenItem item = room.item("F-5");
        long hold = room.ledger.hold(
                item.debtor(), item.id(), new InvoiceEntry.HoldEntry("dispute", null, "wet sacks"), "maria");
        room.hearing.react(room.today);

        assertThat(referralsOf("F-5")).isEqualTo(1);
        assertThat(room.isHeld("F-5")).as("no case").isFalse();
        long referral = room.referralOf("F-5");
        assertThatThrownBy(() -> room.desk.approve(referral, "maria", room.today))
                .isInstanceOf(RefusedCommand.class)
                .hasMessageContaining("is held; release the hold or decline");

        room.ledger.release(hold, "maria");
        room.desk.approve(referral, "maria", room.today);
        assertThat(room.of("F-5", "state")).isEqualTo("prepared");
    }

    @Test
    void a_person_may_decide_that_nothing_follows_from_a_fact() {
        long fact = jdbc.sql("""
                INSERT INTO fact_lot (type, many, subjects, payloads) VALUES ('ItemPaid', 1, 'item:0', '[]') RETURNING id
                """).query(Long.class).single();
        room.hearing.react(room.today);

        room.hearing.dismiss(fact, "maria", "written by a test system");

        assertThat(room.problems.open()).isEmpty();
        assertThatThrownBy(() -> room.hearing.dismiss(fact, "maria", "again"))
                .isInstanceOf(RefusedCommand.class)
                .hasMessageContaining("fact " + fact + " is not set aside");
    }

    private long newestFact() {
        return jdbc.sql("SELECT max(id) FROM fact").query(Long.class).single();
    }

    private String payload(long fact) {
        return jdbc.sql("SELECT payload::text FROM fact WHERE id = :id")
                .param("id", fact)
                .query(String.class)
                .single();
    }

    private void write(long fact, String payload) {
        jdbc.sql("UPDATE fact_lot SET payloads = :payload WHERE id = :id")
                .param("payload", payload)
                .param("id", fact)
                .update();
    }

    private int referralsOf(String number) {
        return jdbc.sql("SELECT count(*) FROM referral_item WHERE item_id = :item")
                .param("item", room.item(number).id().value())
                .query(Integer.class)
                .single();
    }
}
