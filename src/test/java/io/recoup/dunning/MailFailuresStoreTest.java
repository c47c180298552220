package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a mail server that refuses, breaks off or falls silent does to a letter, and to nobody else's. */
class MailFailuresStoreTest extends LettersTest {

    @Test
    void a_refused_address_costs_its_debtor_the_contact_and_nobody_else_anything() {
        invoice(debtor("refused"), "F-1", "100.00");
        invoice(debtor("refused", "second"), "G-1", "100.00");
        invoice(debtor("hanna"), "H-1", "100.00");
        dunning.plan(today);
        dunning.sendDue();
        assertThat(smtp.accepted)
                .hasSize(2)
                .anyMatch(mail -> mail.contains("G-1"))
                .anyMatch(mail -> mail.contains("H-1"));
        assertThat(states()).containsExactlyInAnyOrder("rejected", "sent", "sent");
        assertThat(house.get(Notices.class).waiting(10)).singleElement().satisfies(waits -> assertThat(waits.failure())
                .contains("550 5.1.1"));
        assertThat(house.get(Explainer.class).explain("F-1", today).get(0).reason())
                .asString()
                .contains("no usable e-mail");
        jdbc.sql(
                        "UPDATE contact SET unusable = NULL, email = 'good@debtor.example' WHERE email = 'refused@debtor.example'")
                .update();
        house.today = today.plusDays(1);
        dunning.plan(house.today);
        dunning.sendDue();
        assertThat(smtp.accepted).as("the level was not used up").hasSize(3);
    }

    @Test
    void failures_before_the_text_and_451_to_the_dot_are_tried_again_later() {
        invoice(debtor("early"), "I-1", "100.00");
        invoice(debtor("busy"), "J-1", "100.00");
        dunning.plan(today);
        dunning.sendDue();
        assertThat(states()).containsExactly("due", "due");
        jdbc.sql("UPDATE contact SET email = 'well-' || email").update();
        jdbc.sql("UPDATE notice SET next_at = now()").update();
        dunning.sendDue();
        assertThat(states()).containsExactly("sent", "sent");
        assertThat(smtp.accepted).hasSize(2);
    }

    @Test
    void a_letter_of_unknown_fate_is_never_sent_again_by_itself_but_a_person_may() {
        invoice(debtor("vanish"), "K-1", "100.00");
        dunning.plan(today);
        dunning.sendDue();
        assertThat(notice().state()).isEqualTo("unknown");
        house.today = today.plusDays(1);
        dunning.plan(house.today);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(1);
        assertThat(house.get(Notices.class).latest(5)).hasSize(1);
        jdbc.sql("UPDATE contact SET email = 'well@debtor.example'").update();
        house.get(Notices.class).resend(notice().id(), "rosa", "the customer says nothing came");
        dunning.sendDue();
        assertThat(notice().state()).isEqualTo("sent");
        assertThat(smtp.accepted).hasSize(2);
        assertThatThrownBy(() -> house.get(Notices.class).markDelivered(notice().id(), "rosa", null))
                .isInstanceOf(RunRefused.class);
    }

    @Test
    void a_letter_left_on_the_wire_by_a_crash_becomes_unknown() {
        invoice(debtor("mona"), "M-1", "100.00");
        dunning.plan(today);
        dunning.sendDue();
        jdbc.sql("UPDATE notice SET state = 'on_wire', lease_until = now() - interval '1 second'")
                .update();
        dunning.sendDue();
        assertThat(notice().state()).isEqualTo("unknown");
        assertThat(smtp.accepted).hasSize(1);
    }
}
