package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewPagesTest extends ReviewPages {

    private Browser english;

    @BeforeAll
    void write_the_story() {
        english = new Browser(port, "en");
        assertThat(english.get("/review").body()).contains("</html>");
        open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void every_page_speaks_the_language_of_the_browser(String language) {
        owes("Kite <b>Works</b>", "L" + language, "LG-70" + language.hashCode(), "300.00", 9);
        long receipt = pays("l" + language, "120.00", "Kite Works", "LG-70" + language.hashCode());
        Browser browser = new Browser(port, language);
        for (String path : List.of("/review", "/review/" + receipt, "/review/" + receipt + "?debtor=nobody")) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .contains("<html lang=\"" + language + "\"", "</html>", "Kite &lt;b&gt;Works")
                    .doesNotContain("??", "<b>Works", " style=\"");
        }
        assertThat(browser.get("/review").body())
                .contains(
                        switch (language) {
                            case "es" -> "no es lo bastante seguro";
                            case "it" -> "non abbastanza certo";
                            case "de" -> "nicht sicher genug";
                            default -> "not sure enough";
                        });
    }

    @Test
    void a_payment_is_accepted_as_it_was_shown_and_taken_back() {
        owes("Acorn Ltd", "A1", "AC-810001", "250.00", 9);
        long receipt = pays("a1", "200.00", "ACORN LTD", "AC-810001 on account");
        assertThat(english.get("/review").body())
                .contains("AC-810001 on account", "€200.00", "in part", "names AC-810001", "Not booked unasked:");
        assertThat(english.get("/sections/agenda").body()).contains("href=\"/review\"", "for a person");

        String accept = "/review/" + receipt + "/accept";
        assertThat(english.post(accept, "/review", "back", "/review", "decision", "0")
                        .body())
                .contains("Not done: the proposal for this payment has changed");
        assertThat(openOf("AC-810001")).isEqualTo(250_00);
        String shown = String.valueOf(decision(receipt));
        assertThat(english.post(accept, "/review", "back", "/review", "decision", shown)
                        .body())
                .contains("Booked as proposed.", "/receipts/" + receipt + "/undo");
        assertThat(openOf("AC-810001")).isEqualTo(50_00);
        assertThat(english.post(accept, "/review", "back", "/review", "decision", shown)
                        .body())
                .as("a second click")
                .contains("Not done:");
        assertThat(openOf("AC-810001")).isEqualTo(50_00);

        assertThat(english.post("/receipts/" + receipt + "/undo", "/review", "back", "/review")
                        .body())
                .contains("Taken back:");
        assertThat(openOf("AC-810001")).isEqualTo(250_00);
        look();
        assertThat(english.get("/review").body()).contains("a person took it away from there");
    }

    @Test
    void a_payment_is_split_among_items_of_several_debtors() {
        owes("Birch One", "B1", "BI-820001", "100.00", 9);
        owes("Beech Two", "B2", "BE-820002", "80.00", 5);
        long receipt = pays("b1", "150.00", "Birch One", "BI-820001 and the other");
        String page = "/review/" + receipt;
        assertThat(english.get(page + "?number=BE820002&keep=" + item("BI-820001"))
                        .body())
                .contains("BI-820001", "BE-820002", "Beech Two", "1 open item fits");
        assertThat(english.get(page + "?amount=1.2.3").body()).contains("is not an amount of EUR");

        assertThat(english.post(
                                page + "/choose",
                                page,
                                "item",
                                "" + item("BI-820001"),
                                "amount",
                                "100,00",
                                "item",
                                "" + item("BE-820002"),
                                "amount",
                                "60")
                        .body())
                .as("more than there is")
                .contains("Not done:", "Choose what it pays");
        assertThat(openOf("BE-820002")).isEqualTo(80_00);
        assertThat(english.post(
                                page + "/choose",
                                page,
                                "back",
                                "/review",
                                "item",
                                "" + item("BI-820001"),
                                "amount",
                                "100,00",
                                "item",
                                "" + item("BE-820002"),
                                "amount",
                                "50")
                        .body())
                .contains("Booked as chosen.");
        assertThat(openOf("BI-820001")).isZero();
        assertThat(openOf("BE-820002")).isEqualTo(30_00);
        assertThat(english.get(page).body()).contains("Nothing of this payment is left to allocate.");
    }

    @Test
    void a_total_alone_settles_the_oldest_first() {
        owes("Cedar Co", "C1", "CE-830001", "70.00", 3);
        owes("Cedar Co", "C1", "CE-830002", "40.00", 20);
        long receipt = pays("c1", "95.00", "Cedar Co", "thank you");
        String page = "/review/" + receipt;
        String choose = page + "/choose";
        String newer = "" + item("CE-830001");
        String older = "" + item("CE-830002");
        assertThat(english.post(choose, page, "item", newer, "item", older, "total", "95.01")
                        .body())
                .contains("Not done: only €95.00 of the payment is left");
        assertThat(english.post(choose, page, "back", "/review", "item", newer, "item", older, "total", "90")
                        .body())
                .contains("Booked as chosen.");
        assertThat(openOf("CE-830002")).isZero();
        assertThat(openOf("CE-830001")).isEqualTo(20_00);
    }

    @Test
    void nothing_is_booked_without_a_token_or_for_an_unknown_payment() {
        assertThat(english.postWithoutToken("/review/1/accept", "decision=1").statusCode())
                .isEqualTo(403);
        assertThat(english.get("/review/999999").statusCode()).isEqualTo(404);
        assertThat(english.get("/review/trees").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void what_the_bank_took_back_is_told_until_a_person_says_of_which_payment(String language) {
        String number = "TB-90" + Math.abs(language.hashCode());
        owes("Willow <b>Barn</b>", "W" + language, number, "81.00", 9);
        long receipt = pays("w" + language, "81.00", "Willow <b>Barn</b>", number);
        assertThat(openOf(number)).isZero();
        long booking = returns("back" + language, "81.00", "A bank", "charge" + language);
        Browser browser = new Browser(port, language);

        assertThat(browser.get("/review").body())
                .contains("id=\"booking-" + booking, "charge" + language, "Willow &lt;b&gt;Barn")
                .contains(
                        switch (language) {
                            case "es" -> "no se conoce ningún cobro";
                            case "it" -> "non si conosce alcun incasso";
                            case "de" -> "kein Eingang über diesen Betrag";
                            default -> "no receipt of this amount";
                        })
                .doesNotContain("??", "<b>Barn");
        assertThat(browser.get("/sections/agenda").body())
                .contains("/review#bookings")
                .doesNotContain("??");
        assertThat(browser.post("/bookings/" + booking + "/settle", "/review", "back", "/review", "reason", " ")
                        .body())
                .contains(
                        switch (language) {
                            case "es" -> "indique el motivo";
                            case "it" -> "indicare il motivo";
                            case "de" -> "geben Sie einen Grund an";
                            default -> "say why";
                        });
        browser.post("/bookings/" + booking + "/again", "/review", "back", "/review");
        assertThat(openOf(number)).as("nothing is different").isZero();

        browser.post("/bookings/" + booking + "/takes-back", "/review", "back", "/review", "receipt", "" + receipt);

        assertThat(openOf(number)).isEqualTo(81_00);
        assertThat(browser.get("/review").body()).doesNotContain("id=\"booking-" + booking);
    }
}
