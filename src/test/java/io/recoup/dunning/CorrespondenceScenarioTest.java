package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.dunning.Correspondence.Delivery;
import io.recoup.dunning.Correspondence.Form;
import io.recoup.followup.ContactKind;
import io.recoup.followup.ContactLog;
import io.recoup.followup.ContactOutcome;
import io.recoup.followup.NewContact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Rosa writes to a baker. The company allows itself two contacts in seven days; the baker's reminders come 3, 10 and 20
 * days after the due date.
 */
class CorrespondenceScenarioTest extends OwnPolicyTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Override
    protected String policy() {
        return """
            limits:
              maxContacts: {count: 2, withinDays: 7}
            procedures:
              - name: standard
                levels:
                  - {name: reminder, days: 3, template: reminder}
                  - {name: second reminder, days: 10, template: second}
                  - {name: final notice, days: 20, template: final}
            """;
    }

    @Test
    void a_month_with_a_baker_who_is_reminded_and_written_to() {
        invoice(debtor("baker"), "B-1", "100.00");
        days(0, 3);
        assertThat(subjects()).containsExactly("payment reminder");

        // on the same evening she answers his call, in one click too many
        long thanks = write("Your call of today");
        send(thanks);
        send(thanks);
        days(4, 4);
        assertThat(subjects()).containsExactly("payment reminder", "Your call of today");

        // two contacts in seven days: the third letter is kept, and so is what the ladder would have sent that day
        today(5);
        long offer = write("Instalments for B-1");
        assertThat(delivery(offer).waits())
                .hasToString("at most 2 contacts in 7 days (policy): the next letter not before " + DUE.plusDays(10));
        send(offer);
        assertThat(dunning.sendDue()).isZero();
        assertThat(notice().state()).isEqualTo("due");
        days(6, 9);
        assertThat(subjects()).hasSize(2);

        // she thinks better of it, and the ladder goes on as if she had not written: second reminder, ten days late
        house.get(Correspondence.class).withdraw(offer, "rosa", "he pays on Friday");
        days(10, 10);
        assertThat(subjects()).containsExactly("payment reminder", "Your call of today", "second reminder");

        // a letter that she sends between planning and sending takes the reminder's place, which comes when it may
        today(20);
        assertThat(dunning.plan(today).notices()).isEqualTo(1);
        send(write("Before we go on"));
        dunning.sendDue();
        assertThat(subjects()).hasSize(4).last().isEqualTo("Before we go on");
        assertThat(states()).containsSubsequence("sent", "withdrawn", "sent");
        days(21, 21);
        assertThat(subjects()).hasSize(5).last().isEqualTo("final notice");

        // he pays: nothing is left to ask for, and she may thank him as soon as the week allows
        pay("B-1");
        today(27);
        send(write("Thank you"));
        dunning.sendDue();
        assertThat(subjects()).hasSize(6).last().isEqualTo("Thank you");
    }

    @Test
    void a_letter_by_hand_counts_beside_calls_in_the_cap_of_the_reminders_that_follow() {
        invoice(debtor("carl"), "C-1", "100.00");
        today(1);
        send(write("A question", "C-1"));
        dunning.sendDue();
        call("C-1", DUE.plusDays(2));
        days(3, 7);
        assertThat(subjects()).containsExactly("A question");
        assertThat(house.get(Explainer.class).explain("C-1", today).get(0).reason())
                .asString()
                .contains("2 contacts in 7 days", DUE.plusDays(8).toString());
        days(8, 8);
        assertThat(subjects()).containsExactly("A question", "payment reminder");
    }

    @Test
    void a_letter_by_hand_is_kept_by_calls_of_which_one_came_after_it_was_sent() {
        invoice(debtor("dora"), "D-1", "100.00");
        call("D-1", DUE.minusDays(1));
        today(0);
        send(write("A question", "D-1"));
        call("D-1", DUE);
        dunning.sendDue();
        assertThat(subjects()).isEmpty();
        assertThat(notice().state()).isEqualTo("due");
        assertThat(notice().failure())
                .contains("2 contacts in 7 days", DUE.plusDays(6).toString());
        today(5);
        due();
        dunning.sendDue();
        assertThat(subjects()).isEmpty();
        today(6);
        due();
        dunning.sendDue();
        assertThat(subjects()).containsExactly("A question");
    }

    @Test
    void in_quiet_hours_it_is_kept_until_they_end_by_the_debtors_clock() throws IOException {
        LocalDate open = LocalDate.now(LONDON).plusDays(2);
        contactOn(open);
        invoice(debtor("emil"), "E-1", "100.00");
        long letter = write("A question", "E-1");
        assertThat(delivery(letter).waits()).hasToString("outside the contact hours of pack policy");
        long ahead = ChronoUnit.DAYS.between(today, LocalDate.now(ZoneId.of("Europe/Madrid")));
        assertThat(delivery(letter).leavesAt())
                .as("told by the business date")
                .isEqualTo(open.atStartOfDay(LONDON).toInstant().minus(ahead, ChronoUnit.DAYS));
        send(letter);
        assertThat(dunning.sendDue()).isZero();
        due();
        assertThat(dunning.sendDue()).as("looked at once, and kept again").isEqualTo(1);
        assertThat(subjects()).isEmpty();
        assertThat(notice().nextAt())
                .isBetween(
                        open.atStartOfDay(LONDON).toInstant().minusSeconds(60),
                        open.atStartOfDay(LONDON).toInstant().plusSeconds(60));
        contactOn(LocalDate.now(LONDON));
        due();
        dunning.sendDue();
        assertThat(subjects()).containsExactly("A question");
    }

    @Test
    void a_letter_that_bounces_costs_the_address_and_leaves_the_level_alone() {
        invoice(debtor("refused"), "F-1", "100.00");
        today(0);
        send(write("A question", "F-1"));
        dunning.sendDue();
        assertThat(notice().state()).isEqualTo("rejected");
        assertThatThrownBy(() -> write("Once more", "F-1")).hasMessageContaining("no usable e-mail address");
        jdbc.sql("UPDATE contact SET unusable = NULL, email = 'good@debtor.example'")
                .update();
        days(3, 3);
        assertThat(subjects()).containsExactly("payment reminder");
    }

    private void contactOn(LocalDate day) throws IOException {
        String weekday =
                day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK).toLowerCase(Locale.ROOT);
        Path policy = routes.resolve("policies/p.yaml");
        String text = Files.readString(policy);
        Files.writeString(
                policy,
                text.replaceAll("limits:\n(  contactDays: .*\n)?", "limits:\n  contactDays: " + weekday + "\n"));
        Files.setLastModifiedTime(
                policy, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 5_000));
        assertThat(house.get(Policies.class).status()).noneMatch(PolicyStatus::isBroken);
    }

    private void today(int late) {
        house.today = today = DUE.plusDays(late);
    }

    /** As if the time had come until which letters are kept. */
    private void due() {
        jdbc.sql("UPDATE notice SET next_at = now()").update();
    }

    private long write(String subject) {
        return write(subject, "B-1");
    }

    private long write(String subject, String number) {
        Correspondence letters = house.get(Correspondence.class);
        long debtor = item(number).debtor().value();
        return letters.draft(
                new Form(
                        debtor,
                        UUID.randomUUID().toString(),
                        "en",
                        subject,
                        "Dear baker,\n\n" + subject,
                        letters.blank(debtor, "").seen()),
                "rosa");
    }

    private void send(long letter) {
        Correspondence letters = house.get(Correspondence.class);
        letters.send(letter, letters.find(letter).orElseThrow().seen(), "rosa");
    }

    private Delivery delivery(long letter) {
        return house.get(Correspondence.class).find(letter).orElseThrow().delivery();
    }

    private void call(String number, LocalDate on) {
        house.get(ContactLog.class)
                .record(NewContact.of(item(number).debtor(), on, ContactKind.CALL, ContactOutcome.REACHED, "rosa"));
    }

    /** Without the creditor's name and the amount. */
    private List<String> subjects() {
        return smtp.accepted.stream()
                .map(mail -> mail.replaceAll("(?s).*?\nSubject: ([^\r\n]*).*", "$1")
                        .replaceAll("^(=[?]UTF-8[?]Q[?])?Molino.Verde.S.L.:.", "")
                        .replaceAll(",.*", "")
                        .replace('_', ' '))
                .toList();
    }
}
