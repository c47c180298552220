package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A letter by hand in a real browser. Its pictures are in {@code target/screens}. */
class WriteBrowserTest extends DunningPages {

    private Playwright playwright;
    private com.microsoft.playwright.Browser browser;

    @BeforeAll
    void open_a_browser() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
        writeStory("X");
    }

    @AfterAll
    void close_it() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void a_letter_is_written_looked_at_sent_and_withdrawn_and_every_page_fits_a_desk_and_a_phone() {
        for (int width : List.of(1280, 390)) {
            try (BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT)
                    .setLocale("en-GB"))) {
                Page page = context.newPage();
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
                page.navigate("http://127.0.0.1:" + port + "/debtors/" + debtor("R-1X"));
                page.locator("a.button[href$='/letter']").click();
                look(page, "form", width);
                page.locator("form.write button").click();
                look(page, "preset", width);
                page.locator("a.button[href$='/edit']").click();
                page.locator("textarea")
                        .fill("Dear Mrs Fuchs,\n\nas agreed on the telephone we wait until Friday.\n\nRosa");
                page.locator("form.write button").click();
                assertThat(page.frameLocator("iframe.letter").locator("body").textContent())
                        .contains("as agreed on the telephone", "Molino Verde S.L.");
                look(page, "preview", width);
                String preview = page.url();
                page.locator("form[action$='/send'] button").dblclick();
                page.locator("form[action$='/withdraw'] button").waitFor();
                long letter = Long.parseLong(preview.replaceAll(".*/", ""));
                assertThat(state(letter)).isEqualTo("due");
                assertThat(one("SELECT count(*) FROM notice_event WHERE what = 'released' AND notice_id = " + letter))
                        .isEqualTo(1);
                look(page, "sent", width);
                page.navigate(preview);
                assertThat(page.url()).endsWith("/notices/" + letter);
                page.locator("form[action$='/withdraw'] button").click();
                page.locator(".outcome.done").waitFor();
                assertThat(state(letter)).isEqualTo("withdrawn");
                page.navigate("http://127.0.0.1:" + port + "/debtors/" + debtor("R-1X"));
                look(page, "debtor", width);
                kept(page, width);
                assertThat(complaints).isEmpty();
            }
        }
    }

    /** Two calls this week are all that the policy allows. */
    private void kept(Page page, int width) {
        String debtor = "/debtors/" + debtor("R-4X");
        for (int call = 0; call < 2 && width == 1280; call++) {
            new Browser(port, "en")
                    .post(debtor + "/contacts", debtor, "kind", "call", "outcome", "reached", "back", debtor);
        }
        page.navigate("http://127.0.0.1:" + port + debtor + "/letter");
        assertThat(page.locator(".alert").textContent()).startsWith("It may not leave now: at most 2 contacts in 7");
        page.locator("form.write button").click();
        look(page, "waits", width);
        page.locator("form[action$='/send'] button").click();
        page.locator("form[action$='/withdraw'] input[name=reason]").waitFor();
        assertThat(page.locator(".alert").textContent()).contains("2 contacts in 7 days", "Kept: it leaves on");
        look(page, "kept", width);
        page.locator("form[action$='/withdraw'] button").click();
        page.locator(".outcome.done").waitFor();
    }

    private static void look(Page page, String name, int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s at %s", name, width)
                .isEqualTo(width);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screens/letter-" + name + "-" + width + ".png")));
    }
}
