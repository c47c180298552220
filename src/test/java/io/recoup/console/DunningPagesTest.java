package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DunningPagesTest extends DunningPages {

    private final java.util.function.Supplier<Browser> english = () -> new Browser(port, "en");

    @BeforeAll
    void write_the_story() {
        writeStory("P");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void every_page_speaks_the_language_of_the_browser(String language) {
        Browser browser = new Browser(port, language);
        for (String path : List.of(
                "/",
                "/runs",
                "/runs/" + today,
                letter("R-4P"),
                "/policies",
                "/segments/large%20debtors",
                "/debtors/" + debtor("R-1P"),
                "/notices/" + notice("R-3P"))) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .contains("<html lang=\"" + language + "\"", "</html>")
                    .doesNotContain("??")
                    .doesNotContain(" style=\"")
                    .doesNotContainPattern(">(step|creditor|limit|procedure|segment|agenda|run)[.][a-zA-Z.]+<");
        }
        assertThat(browser.get("/policies/segments").body())
                .doesNotContain("??", "<html")
                .contains("large debtors");
    }

    @Test
    void a_run_shows_what_it_planned_and_why_it_waits() {
        assertThat(english.get().get("/runs").body())
                .contains("/runs/" + today, "waits for approval", "letters of levels that a person approves");
        assertThat(english.get().get("/runs/" + today).body())
                .contains("Mühle Nord KG", "R-4P", "€600.00", "Caffè &lt;b&gt;Rossi", "reminder", "has come")
                .doesNotContain("<b>Rossi");
        assertThat(english.get().get("/runs/2020-01-01").statusCode()).isEqualTo(404);
        assertThat(english.get().get("/runs/never").statusCode()).isEqualTo(404);
    }

    @Test
    void a_draft_is_shown_as_it_would_leave_and_can_do_nothing() {
        assertThat(english.get().get(letter("R-1P")).body())
                .contains("sandbox=\"\"", letter("R-1P") + "/letter", "@debtor.example", "R-1P", "R-2P");
        HttpResponse<String> frame = english.get().get(letter("R-1P") + "/letter");
        assertThat(frame.body()).contains("R-1P", "Molino Verde");
        assertThat(frame.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
        assertThat(english.get()
                        .get("/runs/2020-01-01/letters/" + notice("R-1P"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void one_letter_is_approved_once_however_often_one_clicks() {
        String page = "/runs/" + today;
        String approve = "/letters/" + notice("R-5P") + "/approve";
        assertThat(english.get().post(approve, page, "back", page).body()).contains("the letter leaves with the next");
        assertThat(english.get().post(approve, page, "back", page).body())
                .contains("the letter leaves with the next")
                .doesNotContain("Not done");
        assertThat(state(notice("R-5P"))).isEqualTo("due");
        assertThat(one("SELECT count(*) FROM notice_event WHERE what = 'approved' AND notice_id = " + notice("R-5P")))
                .isEqualTo(1);
        assertThat(english.get().get("/notices/" + notice("R-5P")).body()).contains("Approved by", "demo");
    }

    @Test
    void one_letter_is_discarded_with_a_reason_and_not_without() {
        String page = "/runs/" + today;
        String discard = "/letters/" + notice("R-6P") + "/discard";
        assertThat(english.get()
                        .post(discard, page, "back", page, "reason", " ")
                        .body())
                .contains("Not done: say why");
        assertThat(state(notice("R-6P"))).isEqualTo("draft");
        assertThat(english.get()
                        .post(discard, page, "back", page, "reason", "they pay <i>tomorrow</i>")
                        .body())
                .contains("the letter does not leave");
        assertThat(english.get()
                        .post(discard, page, "back", page, "reason", "again")
                        .body())
                .doesNotContain("Not done");
        assertThat(state(notice("R-6P"))).isEqualTo("withdrawn");
        assertThat(english.get().get("/notices/" + notice("R-6P")).body())
                .contains("they pay &lt;i&gt;tomorrow&lt;/i&gt;");
        assertThat(english.get()
                        .post("/letters/" + notice("R-6P") + "/approve", page, "back", page)
                        .body())
                .contains("Not done:");
    }

    @Test
    void drafts_of_a_run_that_a_newer_one_replaced_are_not_approved() {
        jdbc.sql("INSERT INTO dunning_run (procedure, business_date, policy_hash) VALUES ('standard', :on, 'h')")
                .param("on", today.plusDays(1))
                .update();
        try {
            String page = "/runs/" + today;
            assertThat(english.get().post(page + "/approve", page, "back", page).body())
                    .contains("Not done: the run of " + shown(today.plusDays(1)) + " has replaced that of "
                            + shown(today));
            assertThat(english.get()
                            .post("/letters/" + notice("R-4P") + "/approve", page, "back", page)
                            .body())
                    .contains("Not done:");
            assertThat(state(notice("R-4P"))).isEqualTo("draft");
        } finally {
            jdbc.sql("DELETE FROM dunning_run WHERE business_date > :on")
                    .param("on", today)
                    .update();
        }
    }

    @Test
    void the_first_page_lists_what_is_to_be_handled_with_links() {
        assertThat(english.get().get("/sections/agenda").body())
                .contains("to approve", "href=\"/runs/" + today + "\"")
                .contains("old-shop last delivered on")
                .doesNotContain("erp last delivered");
    }

    @Test
    void a_policy_reads_in_words() {
        assertThat(english.get().get("/policies").body())
                .contains("3 days before the due date", "15 days after the due date", "fee €5.00")
                .contains("account statement attached", "interest at the pack’s rate", "a person approves")
                .contains("again every 15 days, 2 times in all", "for segment large debtors")
                .contains("each month: 20., last day", "once, on Jan 5, 2099")
                .contains("example, to be reviewed by counsel", "https://www.gesetze-im-internet.de/bgb/__288.html")
                .contains("at least €400.00 overdue")
                .contains("# Bakers &lt;b&gt;owe&lt;/b&gt;.")
                .doesNotContain("<b>owe");
        assertThat(english.get().get("/policies/segments").body()).contains("matches nobody", "debtors</span>");
    }

    @Test
    void what_changed_is_shown_line_by_line_and_a_fault_with_its_remedy() throws IOException {
        Files.writeString(POLICY, WRITTEN.replace("fee: 5.00 EUR", "fee: 7.50 EUR"));
        assertThat(english.get().get("/policies").body())
                .contains("1 line added, 1 removed", "fee: 7.50 EUR", "fee €7.50");
        Files.writeString(POLICY, WRITTEN.replace("days: 15", "days: <2>"));
        try {
            assertThat(english.get().get("/policies").body())
                    .contains("bakers.yaml", "The last good version", "days: &lt;2&gt;".substring(6))
                    .containsPattern("line 4\\d");
            assertThat(english.get().get("/sections/agenda").body()).contains("bakers.yaml has");
        } finally {
            Files.writeString(POLICY, WRITTEN);
        }
        assertThat(english.get().get("/policies").body()).doesNotContain("The last good version");
    }

    @Test
    void a_segment_lists_its_debtors_by_what_is_overdue() {
        String page = english.get().get("/segments/large%20debtors").body();
        assertThat(page)
                .contains("/debtors/" + debtor("R-1P"), "€1,730.50", "at least €400.00 overdue")
                .doesNotContain("€99.90");
        assertThat(page.indexOf("€5,210.00")).isLessThan(page.indexOf("€1,730.50"));
        assertThat(english.get().get("/segments/Brazilians").body()).contains("No debtor matches now");
        assertThat(english.get().get("/segments/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void a_debtor_page_says_what_comes_next_under_which_procedure_and_what_is_allowed() {
        assertThat(english.get().get("/debtors/" + debtor("R-1P")).body())
                .contains("by segment large debtors", "careful")
                .contains("2 days from one letter to the next", "(policy)", "at most 2 letters in any 7 days")
                .contains("waits for a person", "no fees, no interest");
        assertThat(english.get().get("/debtors/" + debtor("R-3P")).body()).contains("for everybody else");
    }

    @Test
    void a_notice_page_says_what_the_letter_asked_for_and_whom_it_was_copied_to() {
        long notice = notice("R-3P");
        jdbc.sql("UPDATE notice SET copies = '{agent@molino.example}' WHERE id = :id")
                .param("id", notice)
                .update();
        jdbc.sql("INSERT INTO notice_claim VALUES (:id, 'EUR', 9990, 500, 12, 300, 1000)")
                .param("id", notice)
                .update();
        jdbc.sql("UPDATE notice_item SET dropped = E'rest.tolerance\\x1f0.90 EUR\\x1f1.00 EUR' WHERE notice_id = :id")
                .param("id", notice)
                .update();
        try {
            assertThat(english.get().get("/notices/" + notice).body())
                    .contains("agent@molino.example", "€99.90", "€5.00", "€0.12", "€3.00", "€10.00", "€98.02")
                    .contains("only 0.90 EUR open: up to 1.00 EUR is left alone");
            assertThat(english.get().get("/debtors/" + debtor("R-3P")).body())
                    .contains("€5.00 in fees, €0.12 in interest");
        } finally {
            jdbc.sql("DELETE FROM notice_claim").update();
            jdbc.sql("UPDATE notice_item SET dropped = NULL WHERE notice_id = :id")
                    .param("id", notice)
                    .update();
        }
    }

    private static String shown(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Locale.ENGLISH)
                .format(day);
    }

    private String letter(String number) {
        return "/runs/" + today + "/letters/" + notice(number);
    }
}
