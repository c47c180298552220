package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter by hand in the console: the form, its preview, sending, withdrawing. */
class WritePagesTest extends DunningPages {

    @BeforeAll
    void write_the_story() {
        writeStory("W");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Write a letter | As it will leave | Withdraw",
                "es | Escribir una carta | Tal como saldrá | Retirar",
                "it | Scrivere una lettera | Come partirà | Ritirare",
                "de | Brief schreiben | So geht er hinaus | Zurückziehen"
            })
    void every_page_of_it_speaks_the_language_of_the_browser(
            String language, String title, String preview, String withdraw) {
        Browser browser = new Browser(port, language);
        String form = form("R-1W");
        long letter = draft(browser, "R-1W", "A question in " + language, "Dear baker");
        assertThat(spoken(browser, form, language)).contains(title);
        assertThat(spoken(browser, "/letters/" + letter, language)).contains(preview, "A question in " + language);
        assertThat(spoken(browser, "/letters/" + letter + "/edit", language)).contains("Dear baker");
        assertThat(spoken(browser, "/debtors/" + debtor("R-1W"), language)).contains(form, "/letters/" + letter);
        assertThat(spoken(browser, "/notices/" + letter, language)).contains(withdraw, "Dear baker");
    }

    @Test
    void the_form_is_filled_in_for_the_debtor_and_the_preview_is_the_letter_itself() {
        Browser browser = new Browser(port, "en");
        String form = browser.get(form("R-3W")).body();
        assertThat(form)
                .contains(
                        "To Caffè &lt;b&gt;Rossi&lt;/b&gt; S.r.l.",
                        "Invoice R-3W of ",
                        "caffbrossibsrlw@debtor.example")
                .doesNotContain("<b>Rossi");
        long letter = draft(browser, "R-3W", "About <b>R-3</b>", "Two\nlines & <i>marks</i>");
        HttpResponse<String> frame = browser.get("/letters/" + letter + "/letter");
        assertThat(frame.body())
                .contains("Two<br>", "lines &amp; &lt;i&gt;marks&lt;/i&gt;", "Molino Verde")
                .doesNotContain("<i>marks");
        assertThat(frame.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
        assertThat(state(letter)).isEqualTo("draft");
        assertThat(browser.get("/").body()).doesNotContain("/notices/" + letter);
    }

    @Test
    void double_clicks_reloads_and_the_back_button_send_one_letter() {
        Browser browser = new Browser(port, "en");
        String once = field(browser.get(form("R-4W")).body(), "once");
        String seen = field(browser.get(form("R-4W")).body(), "seen");
        long first = 0;
        for (int click = 0; click < 2; click++) {
            HttpResponse<String> page = post(browser, "R-4W", once, seen, "A question", "Dear miller");
            long letter = Long.parseLong(page.uri().getPath().replaceAll("\\D", ""));
            first = first == 0 ? letter : first;
            assertThat(letter).isEqualTo(first);
        }
        String preview = browser.get("/letters/" + first).body();
        for (int click = 0; click < 3; click++) {
            assertThat(browser.post(
                                    "/letters/" + first + "/send",
                                    "/letters/" + first,
                                    "seen",
                                    field(preview, "seen"),
                                    "back",
                                    "/letters/" + first)
                            .body())
                    .contains("The letter leaves as soon as it may.")
                    .doesNotContain("Not done");
        }
        assertThat(state(first)).isEqualTo("due");
        assertThat(one("SELECT count(*) FROM notice_event WHERE what = 'released' AND notice_id = " + first))
                .isEqualTo(1);
        // back to the form, with other words
        assertThat(post(browser, "R-4W", once, seen, "A question", "Dear other").body())
                .contains("Not done: the letter of this form is no draft any more", "Dear other");
        // and another form, while that one is under way
        assertThat(browser.get(form("R-4W")).body()).contains("that demo wrote has not left yet", "/notices/" + first);
        assertThat(browser.post("/letters/" + first + "/withdraw", "/notices/" + first, "back", "/notices/" + first)
                        .body())
                .contains("The letter does not leave.", "Write it anew", "Dear miller");
        assertThat(state(first)).isEqualTo("withdrawn");
        assertThat(browser.get("/debtors/" + debtor("R-4W") + "/letter?again=" + first)
                        .body())
                .contains("Dear miller", "<textarea");
        assertThat(browser.get("/debtors/" + debtor("R-4W")).body()).contains("Letter by hand", "A question");
    }

    @Test
    void what_cannot_be_sent_is_said_with_the_reason_and_what_was_typed_stays() {
        Browser browser = new Browser(port, "de");
        assertThat(browser.post(
                                form("R-5W"),
                                form("R-5W"),
                                "once",
                                "",
                                "language",
                                "de",
                                "seen",
                                "",
                                "subject",
                                "Frage",
                                "text",
                                " ",
                                "back",
                                form("R-5W"))
                        .body())
                .contains("ein Brief braucht einen Betreff von höchstens 200", "value=\"Frage\"");
        jdbc.sql("UPDATE contact SET unusable = 'bounced' WHERE debtor_id = " + debtor("R-6W"))
                .update();
        assertThat(browser.get(form("R-6W")).body())
                .contains("keine nutzbare E-Mail-Adresse")
                .doesNotContain("<textarea");
        assertThat(browser.get("/debtors/0/letter").statusCode()).isEqualTo(404);
        assertThat(browser.get("/letters/0").statusCode()).isEqualTo(404);
        assertThat(browser.get(form("R-5W") + "?again=0").statusCode()).isEqualTo(404);
    }

    @Test
    void nothing_is_kept_or_sent_without_the_forms_token() {
        Browser browser = new Browser(port, "en");
        long letter = draft(browser, "R-5W", "A question", "Dear baker");
        for (String path : List.of(form("R-5W"), "/letters/" + letter + "/send", "/letters/" + letter + "/withdraw")) {
            assertThat(browser.postWithoutToken(path, "once=1&language=en&subject=x&text=y&seen=")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(state(letter)).isEqualTo("draft");
        assertThat(browser.get("/runs/" + today).body()).doesNotContain("A question");
    }

    private String form(String number) {
        return "/debtors/" + debtor(number) + "/letter";
    }

    private long draft(Browser browser, String number, String subject, String text) {
        String form = browser.get(form(number)).body();
        HttpResponse<String> page = post(browser, number, field(form, "once"), field(form, "seen"), subject, text);
        assertThat(page.uri().getPath()).startsWith("/letters/");
        return Long.parseLong(page.uri().getPath().replaceAll("\\D", ""));
    }

    private HttpResponse<String> post(
            Browser browser, String number, String once, String seen, String subject, String text) {
        return browser.post(
                form(number),
                "/debtors/" + debtor(number),
                "once",
                once,
                "language",
                "en",
                "seen",
                seen,
                "subject",
                subject,
                "text",
                text,
                "back",
                form(number));
    }

    private static String spoken(Browser browser, String path, String language) {
        HttpResponse<String> page = browser.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.body())
                .as(path)
                .contains("<html lang=\"" + language + "\"", "</html>")
                .doesNotContain("??")
                .doesNotContain(" style=\"")
                .doesNotContainPattern(">(letter|notice|draft|level|event)[.][a-zA-Z.]+<");
        return page.body();
    }

    private static String field(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }
}
