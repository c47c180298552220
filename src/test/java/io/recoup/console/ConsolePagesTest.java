package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.receivables.Ledger;
import io.recoup.testing.RecoupTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ConsolePagesTest extends RecoupTest {

    private static final List<String> SECTIONS = List.of(
            "health", "agenda", "waiting", "tasks", "matched", "received", "sent", "cases", "quarantine", "routes");

    @Autowired
    private Ledger ledger;

    private Story story;

    @BeforeAll
    void write_the_story() {
        // the empty page first: nothing of the story is there yet
        for (String language : List.of("en", "es", "it", "de")) {
            assertWhole(new Browser(port, language).get("/"));
        }
        story = new Story(ledger, jdbc, "");
        story.write();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void every_page_speaks_the_language_of_the_browser(String language) {
        Browser browser = new Browser(port, language);
        for (String path : List.of(
                "/",
                "/debtors/" + story.debtor,
                "/receipts/" + story.receipt,
                "/receipts/" + story.waitingReceipt + "?q=fuchs",
                "/receipts/" + story.waitingReceipt + "?debtor=" + story.debtor,
                "/search?q=nobody",
                "/search?q=e")) {
            HttpResponse<String> page = browser.get(path);
            assertWhole(page);
            assertThat(page.body()).as(path).contains("<html lang=\"" + language + "\"");
        }
    }

    @Test
    void amounts_and_dates_follow_the_language() {
        String path = "/receipts/" + story.receipt;
        assertThat(new Browser(port, "en").get(path).body())
                .contains("€1,250.50")
                .contains("Mar 9, 2026");
        assertThat(new Browser(port, "de-AT,de;q=0.9,en").get(path).body()).containsPattern("1[.\\u00a0]250,50");
        assertThat(new Browser(port, "fr,it;q=0.5").get(path).body())
                .contains("1.250,50")
                .contains("9 mar 2026");
    }

    @Test
    void what_others_wrote_is_shown_as_text_and_never_as_markup() {
        String page = new Browser(port, "en").get("/search?q=rossi").body();
        assertThat(page).contains("Caffè &lt;b&gt;Rossi").doesNotContain("<b>Rossi");
    }

    @Test
    void the_first_page_says_what_was_matched_why_and_what_waits() {
        assertThat(new Browser(port, "en").get("/").body())
                .contains("RE-2026-0117")
                .contains("the remittance text names RE-2026-0117")
                .contains("no invoice number or reference is in the remittance text");
    }

    @Test
    void the_first_page_shows_letters_cases_statements_and_quarantine() {
        story.writeNeighbours();
        try {
            String page = new Browser(port, "en").get("/").body();
            assertThat(page)
                    .contains("second-reminder", "refused") // a letter
                    .contains("all levels were sent") // a referral to approve
                    .contains("RC-7", "legal stage", "active") // a case
                    .contains("open-items.csv", "line 3", "total is not a number", "a,b,c") // quarantine
                    .contains("DE98", "balanced"); // a statement
            assertWhole(new Browser(port, "de").get("/debtors/" + story.debtor));
            assertWhole(new Browser(port, "es").get("/notices/" + story.notice));
            HttpResponse<String> letter = new Browser(port, "en").get("/notices/" + story.notice + "/letter");
            assertThat(letter.body()).isEqualTo("<p>Please pay.</p>");
            assertThat(letter.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
        } finally {
            story.eraseNeighbours();
        }
    }

    @Test
    void each_section_can_be_refreshed_alone() {
        Browser browser = new Browser(port, "en");
        for (String section : SECTIONS) {
            HttpResponse<String> alone = browser.get("/sections/" + section);
            assertThat(alone.statusCode()).as(section).isEqualTo(200);
            assertThat(alone.body()).contains("id=\"" + section + "\"").doesNotContain("<html");
        }
        assertThat(browser.get("/sections/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void a_document_number_leads_to_its_debtor() {
        HttpResponse<String> page = new Browser(port, "en").get("/items/re-2026-0131");
        assertThat(page.uri().getPath()).isEqualTo("/debtors/" + story.debtor);
    }

    @Test
    void a_tax_id_leads_to_its_debtor_however_it_is_typed() {
        jdbc.sql("UPDATE debtor SET tax_id = 'DE811907980' WHERE id = :id")
                .param("id", story.debtor)
                .update();
        HttpResponse<String> page = new Browser(port, "en").get("/search?q=de+811.907-980");
        assertThat(page.uri().getPath()).isEqualTo("/debtors/" + story.debtor);
        assertThat(page.body()).contains("DE811907980");
    }

    @Test
    void undo_opens_the_item_again_and_a_second_undo_is_refused_with_its_reason() {
        Browser browser = new Browser(port, "en");
        String undo = "/postings/" + story.allocation + "/undo";
        String page = "/receipts/" + story.receipt;

        assertThat(browser.post(undo, page, "back", page).body()).contains("The allocation was taken back");
        assertThat(open(story.paidItem)).isEqualTo(125050);
        assertThat(browser.post(undo, page, "back", page).body()).contains("Not done:");

        assertThat(browser.post(
                                page + "/allocate",
                                page + "?debtor=" + story.debtor,
                                "back",
                                page,
                                "item",
                                "" + story.paidItem,
                                "amount",
                                "1250,50")
                        .body())
                .contains("Allocated.");
        assertThat(open(story.paidItem)).isZero();
    }

    @Test
    void an_amount_that_two_languages_read_differently_is_refused() {
        String page = "/receipts/" + story.waitingReceipt;
        assertThat(new Browser(port, "en")
                        .post(
                                page + "/allocate",
                                page + "?debtor=" + story.debtor,
                                "back",
                                page,
                                "item",
                                "" + story.openItem,
                                "amount",
                                "1.250")
                        .body())
                .contains("without thousands separators");
        assertThat(open(story.openItem)).isEqualTo(48000);
    }

    @Test
    void a_hold_is_placed_and_released() {
        Browser browser = new Browser(port, "en");
        String page = "/debtors/" + story.debtor;
        assertThat(browser.post(page + "/holds", page, "back", page, "kind", "promise", "until", "2026-03-20")
                        .body())
                .contains("Promise to pay")
                .contains("until Mar 20, 2026");
        long hold = jdbc.sql("SELECT max(id) FROM hold").query(Long.class).single();
        assertThat(browser.post("/holds/" + hold + "/release", page, "back", page)
                        .body())
                .contains("The hold was released.");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        HttpResponse<String> answer =
                new Browser(port, "en").postWithoutToken("/postings/" + story.allocation + "/undo", "back=/");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("That was not allowed");
    }

    @Test
    void a_form_leads_back_only_to_our_own_pages() {
        String page = "/debtors/" + story.debtor;
        assertThat(new Browser(port, "en")
                        .post("/holds/0/release", page, "back", "//elsewhere.example/")
                        .uri()
                        .getHost())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void pages_carry_no_inline_script_or_style() {
        Browser browser = new Browser(port, "en");
        for (String path : List.of("/", "/debtors/" + story.debtor, "/receipts/" + story.waitingReceipt)) {
            assertThat(browser.get(path).body())
                    .doesNotContain(" style=\"")
                    .doesNotContain("<style")
                    .doesNotContainPattern("\\son[a-z]+=\"")
                    .doesNotContainPattern("<script(?![^>]*src=)");
        }
        assertThat(browser.get("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        assertThat(browser.get("/webjars/htmx.org/2.0.4/dist/htmx.min.js").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/console.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/console.js").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_not_there_gets_a_page_with_an_id() {
        HttpResponse<String> page = new Browser(port, "it").get("/debtors/999999");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Questa pagina non esiste").containsPattern("Identificativo [0-9a-f]{8}");
        assertThat(new Browser(port, "it").get("/no/such/page").statusCode()).isEqualTo(404);
    }

    private static void assertWhole(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.uri().toString()).isEqualTo(200);
        assertThat(page.body()).as(page.uri().toString()).contains("</html>").doesNotContain("??");
    }

    /** In minor units. */
    private long open(long item) {
        return jdbc.sql("SELECT coalesce((SELECT open_minor FROM open_item WHERE item_id = :item), 0)")
                .param("item", item)
                .query(Long.class)
                .single();
    }
}
