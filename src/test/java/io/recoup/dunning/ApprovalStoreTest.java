package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.recoup.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    void of_many_letters_those_that_are_drafts_of_the_run_are_approved_and_the_others_are_left_alone() {
        for (String name : List.of("gil", "hal", "ida", "jan")) {
            invoice(debtor(name), "M-" + name, "100.00");
        }
        days(10, 10);
        List<Long> drafts =
                runs().letters(today, 10).stream().map(Runs.Draft::id).toList();
        runs().approveLetter(drafts.get(0), "rosa");
        runs().discardLetter(drafts.get(1), "rosa", "talked on the phone");
        assertThat(runs().approveLetters(today.plusDays(1), drafts, "tom"))
                .as("drafts of another date")
                .isZero();
        assertThatThrownBy(() -> runs().approveLetters(today.minusDays(1), drafts, "tom"))
                .hasMessageContaining("replaced");
        assertThat(runs().approveLetters(today, drafts.subList(0, 3), "tom")).isEqualTo(1);
        assertThat(runs().letters(today, 10))
                .extracting(Runs.Draft::id, Runs.Draft::state)
                .containsExactlyInAnyOrder(
                        tuple(drafts.get(0), "due"),
                        tuple(drafts.get(1), "withdrawn"),
                        tuple(drafts.get(2), "due"),
                        tuple(drafts.get(3), "draft"));
        assertThat(house.get(JdbcClient.class)
                        .sql("SELECT by_whom FROM notice_event WHERE what = 'approved' ORDER BY id")
                        .query(String.class)
                        .list())
                .as("an event for each, as for one")
                .containsExactly("rosa", "tom");
        assertThat(runs().discardLetters(today, drafts, "tom", "a holiday")).isEqualTo(1);
        assertThat(runs().of(today).orElseThrow().drafts()).isZero();
    }

    @Test
    void letters_are_found_by_level_state_name_number_and_total_and_all_of_them_are_counted() {
        invoice(debtor("kim"), "N-1", "99.99");
        invoice(debtor("leo"), "N-2", "100.00");
        String two = debtor("mia");
        invoice(two, "N-3", "60.00");
        invoice(two, "N-4_b", "40.00");
        days(10, 10);
        assertThat(numbers(LetterFilter.NONE, 10)).containsExactlyInAnyOrder("N-1", "N-2", "N-3", "N-4_b");
        assertThat(numbers(new LetterFilter("reminder", null, null, null), 10)).hasSize(4);
        assertThat(numbers(new LetterFilter("final", null, null, null), 10)).isEmpty();
        assertThat(numbers(new LetterFilter(null, "sent", null, null), 10)).isEmpty();
        assertThat(numbers(new LetterFilter(null, null, "n-2", null), 10)).containsExactly("N-2");
        assertThat(numbers(new LetterFilter(null, null, "4_B", null), 10))
                .as("any of its documents")
                .containsExactlyInAnyOrder("N-3", "N-4_b");
        assertThat(numbers(new LetterFilter(null, null, "N_1", null), 10))
                .as("_ is no wildcard")
                .isEmpty();
        assertThat(numbers(new LetterFilter(null, null, null, Money.parse("100.00", "EUR")), 10))
                .as("the sum of a letter, the cent below is left out")
                .containsExactlyInAnyOrder("N-2", "N-3", "N-4_b");
        assertThat(numbers(new LetterFilter(null, null, null, Money.parse("1.00", "USD")), 10))
                .as("another currency")
                .isEmpty();
        assertThat(runs().letters(today, LetterFilter.NONE, 2).shown()).hasSize(2);
        assertThat(runs().letters(today, LetterFilter.NONE, 2).found()).isEqualTo(3);
        assertThat(runs().choices(today))
                .isEqualTo(new Runs.Choices(List.of("reminder"), List.of("draft"), List.of("EUR")));
    }

    private List<String> numbers(LetterFilter filter, int limit) {
        return runs().letters(today, filter, limit).shown().stream()
                .flatMap(letter -> letter.numbers().stream())
                .toList();
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
