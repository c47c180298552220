package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.dunning.desk.SendingDesk;
import io.recoup.dunning.store.Claim;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Letters on their way: planned, composed, sent, once each. */
class SendingStoreTest extends LettersTest {

    @Test
    void one_letter_lists_all_items_of_the_debtor_once_however_often_it_is_tried() {
        String debtor = debtor("anna");
        invoice(debtor, "A-1", "100.00");
        invoice(debtor, "A-2", "50.50");
        assertThat(dunning.plan(today).notices()).isEqualTo(1);
        assertThat(dunning.plan(today).notices()).isZero();
        assertThat(dunning.sendDue()).isEqualTo(1);
        assertThat(dunning.sendDue()).isZero();
        assertThat(smtp.accepted)
                .singleElement()
                .asString()
                .contains("A-1", "A-2", "Auto-Submitted: auto-generated", "Message-ID: <notice.", "Reply-To: ")
                .contains("multipart/alternative");
        assertThat(notice()).satisfies(sent -> {
            assertThat(sent.state()).isEqualTo("sent");
            assertThat(sent.numbers()).containsExactly("A-1", "A-2");
            assertThat(sent.sentOn()).isEqualTo(today);
        });
        assertThat(house.get(Notices.class).letter(notice().id())).isPresent();
    }

    @Test
    void a_worker_whose_lease_ran_out_cannot_send() throws Exception {
        invoice(debtor("lena"), "L-1", "100.00");
        dunning.plan(today);
        SendingDesk desk = house.get(SendingDesk.class);
        Claim paused = desk.claim().get(0);
        var letter = desk.compose(paused).orElseThrow();
        jdbc.sql("UPDATE notice SET lease_until = now() - interval '1 second'").update();
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(1);
        assertThatThrownBy(() -> house.get(io.recoup.mail.SmtpConnections.class).send(letter))
                .hasMessageContaining("another worker has the letter");
        assertThat(smtp.accepted).hasSize(1);
        assertThat(notice().state()).isEqualTo("sent");
    }

    @Test
    void a_run_dated_before_the_last_one_is_refused() {
        dunning.plan(today);
        assertThatThrownBy(() -> dunning.plan(today.minusDays(1))).isInstanceOf(RunRefused.class);
    }

    @Test
    void explains_a_year_from_the_first_letter_to_the_referral_and_reports_it_once() {
        invoice(debtor("nora"), "N-1", "100.00");
        for (LocalDate day = DUE.minusDays(5); day.isBefore(DUE.plusDays(70)); day = day.plusDays(1)) {
            house.today = day;
            dunning.plan(day);
            dunning.sendDue();
        }
        assertThat(smtp.accepted).hasSize(5);
        var explained = house.get(Explainer.class).explain("N-1", house.today).get(0);
        assertThat(explained.sent())
                .extracting(Explainer.Letter::sentOn)
                .containsExactly(
                        DUE.minusDays(3), DUE.plusDays(3), DUE.plusDays(15), DUE.plusDays(30), DUE.plusDays(45));
        assertThat(explained.decision()).isEqualTo("refer");
        assertThat(explained.lines()).anyMatch(line -> line.contains("final notice no. 2 sent 2026-04-15, sent"));
        assertThat(jdbc.sql("SELECT count(*) FROM fact WHERE type = 'DunningExhausted'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void no_letter_leaves_before_the_run_that_planned_it_has_ended() {
        invoice(debtor("otto"), "O-1", "100.00");
        dunning.plan(today);
        interrupted();
        assertThat(dunning.sendDue()).isZero();
        dunning.plan(today);
        assertThat(dunning.sendDue()).isEqualTo(1);
        assertThat(smtp.accepted).hasSize(1);
    }

    @Test
    void a_letter_that_was_released_does_not_wait_for_a_second_run_of_the_date() {
        invoice(debtor("paul"), "P-1", "100.00");
        dunning.plan(today);
        jdbc.sql("UPDATE dunning_run SET finished_at = NULL, opened_at = now()").update();
        assertThat(dunning.sendDue()).isEqualTo(1);
    }

    @Test
    void what_an_interrupted_run_planned_is_withdrawn_and_planned_anew_by_that_of_the_next_day() {
        invoice(debtor("quin"), "Q-1", "100.00");
        dunning.plan(today);
        interrupted();
        house.today = today.plusDays(1);
        dunning.plan(house.today);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(1);
        assertThat(states()).containsExactly("sent", "withdrawn");
    }

    @Test
    void a_rejected_letter_is_not_sent_again_once_a_later_one_told_of_the_same() {
        invoice(debtor("rita"), "R-1", "100.00");
        dunning.plan(today);
        long first = notice().id();
        jdbc.sql("UPDATE notice SET state = 'rejected'").update();
        jdbc.sql("UPDATE notice_item SET dropped = 'rejected: mailbox full'").update();
        house.today = today.plusDays(1);
        dunning.plan(house.today);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(1);
        assertThatThrownBy(() -> house.get(Notices.class).resend(first, "rosa", "again"))
                .hasMessageContaining("a later letter told of the same");
    }

    /** As if the process had ended in the middle of the run. */
    private void interrupted() {
        jdbc.sql("UPDATE dunning_run SET finished_at = NULL").update();
    }
}
