package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Fees and interest: shown in the letter that charges them, owed from then on, and never without it. */
class ChargesStoreTest extends OwnPolicyTest {

    @Override
    protected String policy() {
        return """
              netting: total
            procedures:
              - name: standard
                levels:
                  - {name: reminder, days: 3, template: reminder}
                  - {name: second, days: 15, template: second, fee: 5.00 EUR, interest: 10 %}
                  - {name: final, days: 30, template: final, interest: 10 %}
            """;
    }

    @Test
    void a_letter_charges_in_the_books_what_it_asks_for_and_the_next_asks_for_it_again() {
        invoice(debtor("anna"), "A-1", "100.00");
        days(3, 15);
        assertThat(smtp.accepted).hasSize(2);
        assertThat(text()).contains("€5.00", "€0.41", "€105.41");
        assertThat(charges()).containsExactly("fee 500", "interest 41");
        days(16, 30);
        assertThat(smtp.accepted).hasSize(3);
        assertThat(text()).contains("€5.00", "€0.82", "€105.82");
        assertThat(charges()).containsExactly("fee 500", "interest 41", "interest 41");
    }

    @Test
    void a_letter_that_did_not_leave_charges_nothing_and_a_later_attempt_charges_once() {
        invoice(debtor("good"), "B-1", "100.00");
        days(3, 3);
        jdbc.sql("UPDATE contact SET email = 'busy@debtor.example'").update();
        days(15, 15);
        assertThat(smtp.accepted).hasSize(1);
        assertThat(notice().failure()).contains("451");
        assertThat(charges()).as("a server that is busy took nothing").isEmpty();
        jdbc.sql("UPDATE contact SET email = 'good@debtor.example', unusable = NULL")
                .update();
        jdbc.sql("UPDATE notice SET next_at = now() WHERE state = 'due'").update();
        dunning.sendDue();
        assertThat(charges()).containsExactly("fee 500", "interest 41");
    }

    @Test
    void a_letter_of_unknown_fate_has_charged_and_sent_again_it_charges_nothing_more() {
        invoice(debtor("vanish"), "D-1", "100.00");
        days(3, 3);
        jdbc.sql("UPDATE notice SET state = 'sent' WHERE state = 'unknown'").update();
        days(15, 15);
        assertThat(notice().state()).isEqualTo("unknown");
        assertThat(charges()).containsExactly("fee 500", "interest 41");
        jdbc.sql("UPDATE contact SET email = 'good@debtor.example'").update();
        house.get(Notices.class).resend(notice().id(), "rosa", "it did not arrive");
        dunning.sendDue();
        assertThat(notice().state()).isEqualTo("sent");
        assertThat(text()).contains("€105.41");
        assertThat(charges()).containsExactly("fee 500", "interest 41");
    }

    @Test
    void charges_are_claimed_with_the_documents_and_never_alone() {
        invoice(debtor("emma"), "E-1", "100.00");
        days(3, 15);
        pay("E-1");
        days(16, 40);
        assertThat(smtp.accepted).hasSize(2);
        String fee = jdbc.sql("SELECT number FROM item WHERE kind = 'fee'")
                .query(String.class)
                .single();
        assertThat(house.get(Explainer.class).explain(fee, today).get(0).reason())
                .hasToString("charged by a letter of ours: claimed with the documents, never by itself");
        assertThat(jdbc.sql("SELECT count(*) FROM write_back w JOIN posting p ON p.id = w.posting_id"
                                + " JOIN item i ON i.id = p.item_id WHERE i.source = 'recoup'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Of the newest mail, without the soft breaks of its encoding. */
    private String text() {
        String mail = smtp.accepted.get(smtp.accepted.size() - 1);
        return mail.replace("=\r\n", "")
                .replace("=\n", "")
                .replace("=E2=82=AC", "€")
                .replace("=C2=A0", " ");
    }

    private List<String> charges() {
        return jdbc.sql("""
                SELECT i.kind || ' ' || o.open_minor FROM item i JOIN open_item o ON o.item_id = i.id
                WHERE i.source = 'recoup' ORDER BY i.id
                """).query(String.class).list();
    }
}
