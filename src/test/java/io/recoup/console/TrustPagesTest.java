package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far the evidence is trusted, and receipts entered by hand. */
class TrustPagesTest extends ReviewPages {

    private Browser english;

    @BeforeAll
    void open_a_browser() {
        english = new Browser(port, "en");
        open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void trust_and_receipts_speak_the_language_of_the_browser(String language) {
        owes("Lime Ltd", "T" + language, "LI-71" + language.hashCode(), "31.00", 9);
        Browser browser = new Browser(port, language);
        long debtor = one("SELECT debtor_id FROM item WHERE number = 'LI-71" + language.hashCode() + "'");
        for (String path : List.of("/review/trust", "/receipts/new?q=lime", "/receipts/new?debtor=" + debtor)) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .contains("<html lang=\"" + language + "\"", "</html>")
                    .doesNotContain("??", " style=\"")
                    .doesNotContainPattern(">(trust|stratum|audit|hand|cheque|review)[.][a-zA-Z._]+<");
        }
        assertThat(browser.get("/receipts/new?q=lime").body()).contains("Lime Ltd");
    }

    @Test
    void a_kind_of_evidence_is_moved_with_a_reason_and_as_far_as_the_answers_allow() throws Exception {
        String to = "/review/trust";
        String stratum = "numbers/exact/account";
        assertThat(english.post(to, to, "back", to, "stratum", stratum, "to", "review", "reason", " ")
                        .body())
                .contains("Not done: say why");
        assertThat(english.post(to, to, "back", to, "stratum", stratum, "to", "shipped", "reason", "hope")
                        .body())
                .contains("Not done: 0 of 0 answers on Several numbers named, exact amount, known account were");
        assertThat(english.post(to, to, "back", to, "stratum", stratum, "to", "review", "reason", "look <b>first</b>")
                        .body())
                .contains("Moved:", "Set by demo:", "look &lt;b&gt;first&lt;/b&gt;");
        assertThat(json("/api/matching/strata"))
                .contains("\"stratum\":\"" + stratum + "\"", "\"movable\":false", "\"bound\":1.0");
        assertThat(english.post("/review/audits/0", to, "back", to, "correct", "true")
                        .body())
                .contains("Not done: this match waits for no answer");
    }

    @Test
    void a_match_of_the_sample_is_answered_once_and_linked_to_its_undo() {
        owes("Gum Tree Ltd", "G1", "GU-860001", "33.00", 9);
        long receipt = pays("g1", "33.00", "Gum Tree Ltd", "GU-860001");
        assertThat(openOf("GU-860001")).as("booked unasked").isZero();
        long decision = decision(receipt);
        jdbc.sql("INSERT INTO match_audit (decision_id, drawn_on) VALUES (:id, :day) ON CONFLICT DO NOTHING")
                .param("id", decision)
                .param("day", today)
                .update();
        String page = "/review/trust";
        assertThat(english.get(page).body()).contains("GU-860001", "/receipts/" + receipt, "was it right?");
        String answer = "/review/audits/" + decision;
        assertThat(english.post(answer, page, "back", page, "correct", "true").body())
                .contains("Noted: it was right.", "1 answer, 0 wrong")
                .doesNotContain("GU-860001");
        assertThat(english.post(answer, page, "back", page, "correct", "false").body())
                .contains("Not done: this match waits for no answer");
        assertThat(english.get("/receipts/" + receipt).body()).contains("/undo");
    }

    @Test
    void a_cheque_is_entered_once_cleared_and_bounced() {
        owes("Elm Ltd", "E1", "EL-840001", "60.00", 9);
        owes("Elm Ltd", "E1", "EL-840002", "50.00", 5);
        long debtor = one("SELECT debtor_id FROM item WHERE number = 'EL-840001'");
        String page = "/receipts/new?debtor=" + debtor;
        String once = UUID.randomUUID().toString();
        String[] fields = {
            "back",
            page,
            "once",
            once,
            "debtor",
            "" + debtor,
            "means",
            "cheque",
            "sum",
            "80,00",
            "currency",
            "EUR",
            "on",
            "" + today,
            "note",
            "no. 4711",
            "how",
            "chosen",
            "item",
            "" + item("EL-840002"),
            "amount",
            "50",
            "item",
            "" + item("EL-840001"),
            "amount",
            "30"
        };
        HttpResponse<String> entered = english.post("/receipts", page, fields);
        assertThat(entered.body()).contains("The receipt is entered.", "deposited", "€80.00", "Undo all");
        assertThat(english.post("/receipts", page, fields).uri())
                .as("a second click")
                .isEqualTo(entered.uri());
        assertThat(openOf("EL-840002")).isZero();
        assertThat(openOf("EL-840001")).isEqualTo(30_00);

        String receipt = entered.uri().getPath();
        assertThat(english.post(receipt + "/clear", receipt, "back", receipt).body())
                .contains("the bank has paid the cheque");
        assertThat(english.post(receipt + "/clear", receipt, "back", receipt).body())
                .contains("is cleared, not deposited");
        assertThat(english.post(receipt + "/bounce", receipt, "back", receipt, "reason", "")
                        .body())
                .contains("Not done: say why it came back");
        assertThat(english.post(receipt + "/bounce", receipt, "back", receipt, "reason", "no funds")
                        .body())
                .contains("what it paid is open again");
        assertThat(openOf("EL-840001")).isEqualTo(60_00);
        assertThat(openOf("EL-840002")).isEqualTo(50_00);
    }

    @Test
    void a_receipt_that_cannot_be_entered_says_why_and_keeps_what_was_typed() {
        owes("Fir Ltd", "F1", "FI-850001", "60.00", 9);
        long debtor = one("SELECT debtor_id FROM item WHERE number = 'FI-850001'");
        String page = "/receipts/new?debtor=" + debtor;
        assertThat(english.post(
                                "/receipts",
                                page,
                                "back",
                                page,
                                "debtor",
                                "" + debtor,
                                "means",
                                "cash",
                                "sum",
                                "1.234,50",
                                "currency",
                                "EUR",
                                "on",
                                "" + today,
                                "note",
                                "slip 9")
                        .body())
                .contains("Not done:", "is not an amount of EUR", "value=\"1.234,50\"", "value=\"slip 9\"");
        assertThat(openOf("FI-850001")).isEqualTo(60_00);
    }

    private String json(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
