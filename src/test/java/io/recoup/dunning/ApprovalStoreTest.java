package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs between draft and sent: a level that a person approves, and a run that is out of proportion. */
class ApprovalStoreTest extends OwnPolicyTest {

    @Override
    protected String policy() {
        return """
              fuse: {times: 3, atLeast: 2}
            procedures:
              - name: standard
                levels:
                  - {name: reminder, days: 3, template: reminder}
                  - {name: final, days: 10, template: final, approve: person, attach: [statement, terms.pdf]}
            """;
    }

    @Override
    protected Path routes() throws IOException {
        Path folder = super.routes();
        Files.writeString(terms(folder), "%PDF-1.4");
        return folder;
    }

    private static Path terms(Path routes) {
        return routes.resolve("policies/terms.pdf");
    }

    @Test
    void a_letter_of_a_level_that_a_person_approves_waits_is_planned_anew_each_day_and_leaves_when_approved() {
        invoice(debtor("anna"), "A-1", "100.00");
        days(3, 11);
        assertThat(smtp.accepted).hasSize(1);
        assertThat(runs().of(DUE.plusDays(10)).orElseThrow().state()).isEqualTo("done");
        assertThat(runs().of(today).orElseThrow()).satisfies(run -> {
            assertThat(run.state()).isEqualTo("draft");
            assertThat(run.drafts()).isEqualTo(1);
            assertThat(run.waits()).hasToString("1 letters of levels that a person approves");
        });
        assertThat(states()).containsExactly("draft", "withdrawn", "sent");
        assertThat(house.get(Explainer.class).explain("A-1", today).get(0).reason())
                .hasToString("the letter of level 'final' of " + today + " waits for a person");
        assertThat(runs().approve(today, "rosa")).isEqualTo(1);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(2);
        assertThat(runs().of(today).orElseThrow().approvedBy()).isEqualTo("rosa");
    }

    @Test
    void a_draft_shows_the_letter_as_it_would_leave_and_without_what_was_paid_since() {
        String debtor = debtor("ben");
        invoice(debtor, "B-1", "100.00");
        invoice(debtor, "B-2", "50.00");
        days(3, 10);
        long draft = runs().letters(today, 10).get(0).id();
        assertThat(runs().preview(draft).html()).contains("B-1", "B-2");
        pay("B-1");
        Runs.Preview preview = runs().preview(draft);
        assertThat(preview.html()).contains("B-2").doesNotContain("B-1");
        assertThat(preview.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.number()).isEqualTo("B-1");
            assertThat(left.reason()).hasToString("settled or cancelled before the letter left");
        });
        runs().discardLetter(draft, "rosa", "talked on the phone");
        assertThat(notice()).satisfies(gone -> {
            assertThat(gone.state()).isEqualTo("withdrawn");
            assertThat(gone.failure()).isEqualTo("talked on the phone");
        });
        assertThatThrownBy(() -> runs().discardLetter(draft, "rosa", "again")).hasMessageContaining("no draft");
        dunning.plan(today);
        assertThat(notice().state())
                .as("a second run of the date does not bring it back")
                .isEqualTo("withdrawn");
    }

    @Test
    void a_draft_shows_what_is_enclosed_and_tells_of_a_file_that_is_missing_before_it_is_approved() throws IOException {
        invoice(debtor("dora"), "D-1", "100.00");
        days(3, 10);
        long draft = runs().letters(today, 10).get(0).id();
        assertThat(runs().preview(draft).enclosed()).containsExactly("statement-" + today + ".pdf", "terms.pdf");
        assertThat(runs().preview(draft).text()).contains("terms.pdf");
        Files.delete(terms(routes));
        assertThatThrownBy(() -> runs().preview(draft)).hasMessageEndingWith("terms.pdf to attach: put it there");
    }

    @Test
    void only_the_newest_run_is_approved() {
        invoice(debtor("carl"), "C-1", "100.00");
        days(3, 10);
        var old = today;
        days(11, 11);
        assertThatThrownBy(() -> runs().approve(old, "rosa")).hasMessageContaining("replaced");
        assertThat(smtp.accepted).hasSize(1);
    }

    @Test
    void a_run_out_of_proportion_waits_as_a_whole_and_one_within_does_not() {
        invoice(debtor("dora"), "D-1", "10.00");
        days(3, 3);
        assertThat(smtp.accepted).as("a first run of one letter").hasSize(1);
        for (int i = 0; i < 3; i++) {
            invoice(debtor("e" + i), "E-" + i, "10.00");
        }
        days(4, 4);
        assertThat(smtp.accepted)
                .as("three letters, usual is one, three times one is allowed")
                .hasSize(4);
        for (int i = 0; i < 10; i++) {
            invoice(debtor("f" + i), "F-" + i, "10.00");
        }
        days(5, 5);
        assertThat(smtp.accepted).as("ten letters, usual is one").hasSize(4);
        assertThat(runs().of(today).orElseThrow().waits())
                .hasToString("10 letters, usual are 1: a person must approve the run");
        dunning.plan(today);
        assertThat(runs().of(today).orElseThrow().drafts()).isEqualTo(10);
        assertThat(runs().approve(today, "rosa")).isEqualTo(10);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(14);
        assertThat(runs().approve(today, "rosa")).as("a second click").isZero();
    }
}
