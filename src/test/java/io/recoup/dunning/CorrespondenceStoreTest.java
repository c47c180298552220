package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.dunning.Correspondence.Blank;
import io.recoup.dunning.Correspondence.Form;
import io.recoup.dunning.desk.SendingDesk;
import io.recoup.dunning.store.Claim;
import io.recoup.mail.SmtpConnections;
import io.recoup.receivables.InvoiceEntry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A letter that a person writes: kept, sent once, held back, withdrawn. */
class CorrespondenceStoreTest extends OwnPolicyTest {

    private static final String TEXT = "Dear Mrs Baker,\n\nas agreed we wait until Friday.\nThank *you*.";

    @Override
    protected String policy() {
        return """
            limits:
              forbiddenPhrases: ["bailiff|gerichtsvollzieher"]
              requiredText: {en: "You may object to this claim.", es: "Puede oponerse."}
            procedures:
              - name: standard
                levels:
                  - {name: reminder, days: 3, template: reminder, fee: 5.00 EUR}
            """;
    }

    @Test
    void nothing_leaves_before_it_is_sent_and_then_the_very_words_that_were_previewed_leave_once() {
        long debtor = owing("anna", "A-1");
        long letter = draft(debtor, "Your order", TEXT);
        dunning.sendDue();
        assertThat(smtp.accepted).isEmpty();
        Runs.Preview preview = runs().preview(letter);
        send(letter);
        assertThat(dunning.sendDue()).isEqualTo(1);
        send(letter);
        assertThat(dunning.sendDue()).isZero();

        assertThat(smtp.accepted)
                .singleElement()
                .asString()
                .contains("Subject: Your order", "Message-ID: <letter." + debtor, "as agreed we wait until Friday")
                .doesNotContain("Auto-Submitted");
        var sent = house.get(Notices.class).letter(letter).orElseThrow();
        assertThat(sent.text())
                .isEqualTo(preview.text())
                .startsWith("Dear Mrs Baker,\n\nas agreed we wait until Friday.\nThank *you*.")
                .contains("You may object to this claim.");
        assertThat(sent.html()).isEqualTo(preview.html());
        assertThat(sent.templateHash())
                .isEqualTo(jdbc.sql("SELECT hash FROM written_letter")
                        .query(String.class)
                        .single());
    }

    @Test
    void the_words_of_a_letter_that_was_sent_cannot_be_changed_in_the_database() {
        long letter = draft(owing("bea", "B-1"), "Your order", TEXT);
        send(letter);
        assertThatThrownBy(() -> jdbc.sql("UPDATE written_letter SET body = 'other', hash = 'x'")
                        .update())
                .hasMessageContaining("its words stay");
    }

    @Test
    void a_form_gives_one_letter_however_often_it_comes_and_its_draft_follows_its_words() {
        long debtor = owing("carl", "C-1");
        String form = UUID.randomUUID().toString();
        long letter = draft(debtor, form, "Your order", TEXT);
        assertThat(draft(debtor, form, "Your order", TEXT)).isEqualTo(letter);
        assertThat(draft(debtor, form, "Your order, once more", TEXT)).isEqualTo(letter);
        send(letter);
        dunning.sendDue();
        assertThat(draft(debtor, form, "Your order, once more", TEXT)).isEqualTo(letter);
        assertThatThrownBy(() -> draft(debtor, form, "Something else", TEXT)).hasMessageContaining("no draft any more");
        assertThat(dunning.sendDue()).isZero();
        assertThat(smtp.accepted).singleElement().asString().contains("Subject: Your order, once more");
    }

    @Test
    void two_browsers_that_send_one_draft_at_once_send_it_once() throws Exception {
        long letter = draft(owing("dora", "D-1"), "Your order", TEXT);
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Void>> clicks = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.runAsync(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                    send(letter);
                    dunning.sendDue();
                }))
                .toList();
        go.countDown();
        CompletableFuture.allOf(clicks.toArray(CompletableFuture[]::new)).join();
        assertThat(smtp.accepted).hasSize(1);
        assertThat(count("notice_event WHERE what = 'released'")).isEqualTo(1);
    }

    @Test
    void two_people_who_write_the_same_on_a_day_or_while_a_letter_is_under_way_are_told_who_did() {
        long debtor = owing("emil", "E-1");
        long first = draft(debtor, "Your order", TEXT);
        long second = draft(debtor, "Your order", TEXT);
        send(first);
        assertThatThrownBy(() -> send(second)).hasMessageContaining("that rosa wrote has not left yet");
        dunning.sendDue();
        assertThatThrownBy(() -> send(second)).hasMessageContaining("rosa has sent this debtor the very same letter");
        long third = draft(debtor, "Your other order", TEXT);
        send(third);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(2);
        house.today = today = today.plusDays(1);
        send(second);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(3);
    }

    @Test
    void a_worker_that_was_overtaken_and_one_whose_letter_was_withdrawn_send_nothing() {
        long letter = draft(owing("fred", "F-1"), "Your order", TEXT);
        send(letter);
        SendingDesk desk = house.get(SendingDesk.class);
        Claim claimed = desk.claim().get(0);
        var message = desk.compose(claimed).orElseThrow();
        letters().withdraw(letter, "rosa", "he called");
        assertThatThrownBy(() -> house.get(SmtpConnections.class).send(message)).hasMessageContaining("another worker");
        desk.failed(message, new IllegalStateException("held back"));
        assertThat(notice().state()).isEqualTo("withdrawn");
        assertThat(smtp.accepted).isEmpty();
        assertThatThrownBy(() -> send(letter)).hasMessageContaining("no draft any more");
    }

    @Test
    void a_letter_that_has_left_cannot_be_withdrawn_and_one_on_the_wire_neither() {
        long letter = draft(owing("gina", "G-1"), "Your order", TEXT);
        send(letter);
        smtp.beforeGoAhead = () -> {};
        dunning.sendDue();
        assertThatThrownBy(() -> letters().withdraw(letter, "rosa", null)).hasMessageContaining("begun to leave");
        jdbc.sql("UPDATE notice SET state = 'on_wire', lease_until = now() + interval '1 hour'")
                .update();
        assertThatThrownBy(() -> letters().withdraw(letter, "rosa", null)).hasMessageContaining("begun to leave");
        assertThat(smtp.accepted).hasSize(1);
    }

    @Test
    void after_a_crash_between_the_click_and_the_claim_or_after_the_claim_it_leaves_once_and_on_the_wire_never_again()
            throws Exception {
        long letter = draft(owing("hugo", "H-1"), "Your order", TEXT);
        send(letter);
        house.close();
        house = openHouse();
        house.get(SendingDesk.class).claim(); // by a worker that is gone
        jdbc.sql("UPDATE notice SET lease_until = now() - interval '1 second'").update();
        assertThat(house.get(Dunning.class).sendDue()).isEqualTo(1);
        assertThat(smtp.accepted).hasSize(1);
        jdbc.sql("UPDATE notice SET state = 'on_wire', lease_until = now() - interval '1 second'")
                .update();
        assertThat(house.get(Dunning.class).sendDue()).isZero();
        assertThat(notice().state()).isEqualTo("unknown");
        assertThat(smtp.accepted).hasSize(1);
    }

    @Test
    void what_was_paid_credited_or_held_since_the_preview_stops_the_click_and_what_comes_later_the_letter() {
        long paid = draft(owing("ines", "I-1"), "Your order", TEXT);
        String seen = seen(paid);
        pay("I-1");
        assertThatThrownBy(() -> letters().send(paid, seen, "rosa")).hasMessageContaining("I-1 has less open");
        assertThat(letters().find(paid).orElseThrow().changed()).asString().contains("I-1 has less open");
        send(paid);
        dunning.sendDue();
        assertThat(smtp.accepted).as("looked at again, and sent").hasSize(1);

        long late = draft(owing("jens", "J-1"), "Your order", TEXT);
        send(late);
        smtp.beforeGoAhead = () -> {
            smtp.beforeGoAhead = () -> {};
            pay("J-1");
        };
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(1);
        assertThat(notice().state()).isEqualTo("withdrawn");
        assertThat(notice().failure()).isEqualTo("J-1 has less open than when the letter was written: read it again");

        long held = draft(owing("kurt", "K-1"), "Your order", TEXT);
        send(held);
        hold("K-1");
        dunning.sendDue();
        assertThat(notice().failure()).startsWith("a hold was placed since");
    }

    @Test
    void a_hold_that_its_writer_knew_and_a_new_document_do_not_stop_it() {
        long debtor = owing("lena", "L-1");
        hold("L-1");
        long letter = draft(debtor, "The sacks", TEXT);
        assertThat(letters().find(letter).orElseThrow().delivery().holds())
                .singleElement()
                .asString()
                .contains("held (dispute)");
        send(letter);
        invoice(source(debtor), "L-2", "20.00");
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(1);
    }

    @Test
    void it_is_no_step_of_any_level_charges_nothing_and_the_reminder_comes_after_it_as_it_would_have() {
        long debtor = owing("mona", "M-1");
        long letter = draft(debtor, "Your order", TEXT);
        send(letter);
        assertThat(dunning.plan(today).notices()).isZero();
        assertThat(house.get(Explainer.class).explain("M-1", today).get(0).reason())
                .hasToString("a letter that a person wrote on " + today + " has not left yet");
        dunning.sendDue();
        assertThat(count("notice_item")).isZero();
        assertThat(count("item WHERE source = 'recoup'")).isZero();
        assertThat(dunning.plan(today).notices()).as("one letter a day").isZero();
        house.today = today = today.plusDays(1);
        assertThat(dunning.plan(today).notices()).isEqualTo(1);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(2);
        assertThat(smtp.accepted.get(1)).contains("payment reminder");
        assertThat(house.get(Explainer.class).explain("M-1", today).get(0).lines())
                .anyMatch(line -> line.contains("by hand sent " + today.minusDays(1) + ", sent"))
                .anyMatch(line -> line.contains("reminder sent " + today + ", sent, with 1 item"));
    }

    @Test
    void a_reminder_that_was_planned_before_it_waits_for_another_day_and_no_run_touches_it() {
        long debtor = owing("nora", "N-1");
        assertThat(dunning.plan(today).notices()).isEqualTo(1);
        long letter = draft(debtor, "Your order", TEXT);
        assertThat(runs().latest(1).get(0).letters()).isEqualTo(1);
        runs().discard(today, "rosa", "all");
        send(letter);
        dunning.sendDue();
        assertThat(states()).containsExactly("sent", "withdrawn");
        assertThat(smtp.accepted).singleElement().asString().contains("Your order");
        house.today = today = today.plusDays(1);
        dunning.plan(today);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(2);
    }

    @Test
    void a_draft_lies_in_the_drawer_and_keeps_no_reminder_back() {
        long letter = draft(owing("otto", "O-1"), "Your order", TEXT);
        dunning.plan(today);
        dunning.sendDue();
        house.today = today = today.plusDays(1);
        dunning.plan(today);
        assertThat(smtp.accepted).hasSize(1);
        assertThat(letters().find(letter).orElseThrow().state()).isEqualTo("draft");
    }

    @Test
    void what_a_pack_forbids_and_a_letter_without_words_or_address_are_refused_with_the_reason() {
        long debtor = owing("paul", "P-1");
        assertThatThrownBy(() -> draft(debtor, "Your order", "Or the BAILIFF comes."))
                .isInstanceOf(LetterRefused.class)
                .hasMessageContaining("forbids these words in a letter: BAILIFF");
        assertThatThrownBy(() -> draft(debtor, " ", TEXT)).hasMessageContaining("needs a subject");
        assertThatThrownBy(() -> draft(debtor, "Your order", " \n ")).hasMessageContaining("needs a subject");
        assertThat(count("notice")).isZero();

        String nobody = debtor();
        invoice(nobody, "P-2", "10.00");
        long mute = item("P-2").debtor().value();
        assertThat(letters().blank(mute, "").delivery().to()).isNull();
        assertThatThrownBy(() -> draft(mute, "Your order", TEXT)).hasMessageContaining("no usable e-mail address");
    }

    @Test
    void a_refused_address_is_condemned_and_the_next_contact_gets_the_letter() {
        String id = debtor("refused", "second");
        invoice(id, "Q-1", "100.00");
        long letter = draft(item("Q-1").debtor().value(), "Your order", TEXT);
        send(letter);
        dunning.sendDue();
        assertThat(smtp.readers).containsExactly(List.of("<second@debtor.example>"));
        String lost = debtor("refused");
        invoice(lost, "Q-2", "100.00");
        send(draft(item("Q-2").debtor().value(), "Your order", TEXT));
        dunning.sendDue();
        assertThat(notice().state()).isEqualTo("rejected");
        assertThat(letters().blank(item("Q-2").debtor().value(), "").delivery().to())
                .isNull();
    }

    @Test
    void a_letter_of_unknown_fate_counts_as_a_contact_and_only_a_person_sends_it_again() {
        long debtor = owing("vanish", "R-1");
        long letter = draft(debtor, "Your order", TEXT);
        send(letter);
        dunning.sendDue();
        assertThat(notice().state()).isEqualTo("unknown");
        assertThat(dunning.plan(today).notices()).isZero();
        long other = draft(debtor, "Your other order", TEXT);
        send(other);
        assertThatThrownBy(() -> house.get(Notices.class).resend(letter, "rosa", "again"))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("another letter to the debtor is under way");
    }

    @Test
    void the_form_begins_with_the_preset_in_the_debtors_language_with_what_is_known() {
        long debtor = owing("sara", "S-1");
        invoice(source(debtor), "S-2", "23.50");
        Blank blank = letters().blank(debtor, "");
        assertThat(blank.presets()).containsExactly("account");
        assertThat(blank.language()).isEqualTo("en");
        assertThat(blank.text())
                .contains(
                        "Debtor D",
                        "Customer number " + source(debtor),
                        "sara@debtor.example",
                        "Invoice S-1 of 30 Jan 2026, due 1 Mar 2026: €100.00",
                        "Total open: €123.50")
                .doesNotContain("\\", "{{");
        assertThat(blank.subject()).isEqualTo("Molino Verde S.L.: your account on 4 March 2026");
    }

    private Correspondence letters() {
        return house.get(Correspondence.class);
    }

    private long owing(String mailbox, String number) {
        invoice(debtor(mailbox), number, "100.00");
        return item(number).debtor().value();
    }

    private String source(long debtor) {
        return jdbc.sql("SELECT source_id FROM debtor WHERE id = :id")
                .param("id", debtor)
                .query(String.class)
                .single();
    }

    private long draft(long debtor, String subject, String text) {
        return draft(debtor, UUID.randomUUID().toString(), subject, text);
    }

    private long draft(long debtor, String form, String subject, String text) {
        String seen = letters().blank(debtor, "").seen();
        return letters().draft(new Form(debtor, form, "en", subject, text, seen), "rosa");
    }

    private String seen(long letter) {
        return letters().find(letter).orElseThrow().seen();
    }

    private void send(long letter) {
        letters().send(letter, seen(letter), "rosa");
    }

    private void hold(String number) {
        ledger.hold(
                item(number).debtor(),
                item(number).id(),
                new InvoiceEntry.HoldEntry("dispute", null, "broken sacks"),
                "rosa");
    }

    private long count(String what) {
        return jdbc.sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }
}
