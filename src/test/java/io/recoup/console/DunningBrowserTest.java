package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of dunning in a real browser. Their pictures are in {@code target/screens}. */
class DunningBrowserTest extends DunningPages {

    private Playwright playwright;
    private com.microsoft.playwright.Browser browser;

    @BeforeAll
    void open_a_browser() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
        writeStory("B");
    }

    @AfterAll
    void close_it() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void pages_fit_a_desk_and_a_phone_and_break_no_policy() throws IOException {
        new Browser(port, "en").get("/policies");
        Files.writeString(
                POLICY, WRITTEN.replace("fee: 5.00 EUR", "fee: 7.50 EUR").replace("days: 40", "days: 45"));
        new Browser(port, "en").get("/policies");
        Files.writeString(POLICY, WRITTEN.replace("days: 15", "days: 2"));
        try {
            for (int width : List.of(1280, 390)) {
                for (String path : List.of(
                        "/",
                        "/runs",
                        "/runs/" + today,
                        "/runs/" + today + "?text=B&state=draft&least=100",
                        "/runs/" + today + "/letters/" + notice("R-1B"),
                        "/policies",
                        "/segments/large%20debtors",
                        "/debtors/" + debtor("R-1B"),
                        "/notices/" + notice("R-3B"))) {
                    look(path, width, width == 390 && path.equals("/policies") ? ColorScheme.DARK : ColorScheme.LIGHT);
                }
            }
        } finally {
            Files.writeString(POLICY, WRITTEN);
        }
    }

    @Test
    void a_letter_is_approved_in_place() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate("http://127.0.0.1:" + port + "/runs/" + today);
            page.evaluate("window.stayed = true");
            page.evaluate("htmx.config.defaultSettleDelay = 1000");
            page.locator("#letter-" + notice("R-4B") + " .act > form button").click();
            page.locator("#letters .outcome").waitFor();
            // another answer arrives before the page has settled
            page.evaluate("htmx.ajax('GET', '/sections/health', {target: '#health', swap: 'outerHTML'})");
            assertThat(page.locator("#letters .outcome").getAttribute("class")).contains("done");
            page.locator("#letters .outcome:focus").waitFor();
            assertThat(page.evaluate("window.stayed")).isEqualTo(true);
            assertThat(state(notice("R-4B"))).isEqualTo("due");
        }
    }

    @Test
    void discarding_all_asks_first() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            List<String> questions = new ArrayList<>();
            page.onDialog(dialog -> {
                questions.add(dialog.message());
                dialog.dismiss();
            });
            page.navigate("http://127.0.0.1:" + port + "/runs/" + today);
            page.locator(".ask details summary").click();
            page.locator(".ask details input[name=reason]").fill("not today");
            page.locator(".ask details button").click();
            assertThat(questions).singleElement().asString().startsWith("Discard ");
            assertThat(state(notice("R-1B"))).isEqualTo("draft");
        }
    }

    @Test
    void approving_those_shown_asks_first_and_leaves_the_others() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            List<String> questions = new ArrayList<>();
            page.onDialog(dialog -> {
                questions.add(dialog.message());
                dialog.accept();
            });
            page.navigate("http://127.0.0.1:" + port + "/runs/" + today);
            page.locator("input[name=text]").fill("R-5B");
            page.keyboard().press("Enter");
            page.locator("#approve-shown button").click();
            page.locator(".outcome.done").waitFor();
            assertThat(questions).singleElement().isEqualTo("Send 1 letter?");
            assertThat(page.url()).endsWith("?text=R-5B");
            assertThat(state(notice("R-5B"))).isEqualTo("due");
            assertThat(state(notice("R-6B"))).isEqualTo("draft");
        }
    }

    private void look(String path, int width, ColorScheme scheme) {
        try (BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setLocale("en-GB"))) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate("http://127.0.0.1:" + port + path);
            if (path.equals("/policies")) {
                page.locator("#segments .chip").first().waitFor();
            }
            assertThat(complaints).as(path).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s at %s", path, width)
                    .isEqualTo(width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screens/dunning" + path.replaceAll("[^a-z]+", "-") + width + ".png")));
        }
    }
}
