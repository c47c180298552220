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
}
