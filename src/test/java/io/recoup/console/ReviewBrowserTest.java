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

/** The review of payments in a real browser. The pictures are in {@code target/screens}. */
class ReviewBrowserTest extends ReviewPages {

    private Playwright playwright;
    private com.microsoft.playwright.Browser browser;
    private long first;
    private long second;

    @BeforeAll
    void open_a_browser() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
        open();
        owes("Zwirnerei Kahn GmbH", "K1", "KE-910001", "480.00", 9);
        owes("Zwirnerei Kahn GmbH", "K1", "KE-910003", "75.20", 7);
        owes("Telares del Río S.L.", "K2", "KE-910002", "1250.50", 12);
        first = pays("k1", "300.00", "Zwirnerei Kahn", "KE-910001 erste Teilzahlung, Rest folgt");
        second = pays("k2", "1000.00", "TELARES DEL RIO", "KE-910002 a cuenta");
        pays("k3", "77.40", "Tessitura Alba", "grazie");
    }

    @AfterAll
    void close_it() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void a_payment_is_accepted_and_taken_back_by_keyboard() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate("http://127.0.0.1:" + port + "/review");
            page.evaluate("window.stayed = true");
            while (page.locator("#payment-" + first + ":focus").count() == 0) {
                int before = focused(page);
                page.keyboard().press("j");
                assertThat(focused(page)).as("j moves on").isGreaterThan(before);
            }
            page.keyboard().press("j");
            page.locator("#payment-" + second + ":focus").waitFor();
            page.keyboard().press("k");
            page.keyboard().press("a");
            // the focus goes on to the payment that stood below
            page.locator("#payment-" + second + ":focus").waitFor();
            assertThat(page.locator("#payment-" + first).count()).isZero();
            assertThat(openOf("KE-910001")).isEqualTo(180_00);

            page.keyboard().press("u");
            page.locator("#queue .outcome:has-text('Taken back')").waitFor();
            assertThat(openOf("KE-910001")).isEqualTo(480_00);
            assertThat(page.evaluate("window.stayed")).isEqualTo(true);

            page.keyboard().press("?");
            assertThat(page.locator("#keys").getAttribute("open")).isNotNull();
            page.locator("#payment-" + second).focus();
            page.keyboard().press("c");
            page.waitForURL("**/review/" + second);
            assertThat(page.locator("#rest").textContent()).contains("0.00");
            page.locator("input[data-sign]").first().fill("999,50");
            assertThat(page.locator("#rest").textContent()).contains("0.50");
        }
    }

    @Test
    void pages_fit_a_desk_and_a_phone_and_break_no_policy() {
        long debtor = one("SELECT debtor_id FROM item WHERE number = 'KE-910001'");
        for (int width : List.of(1280, 390)) {
            for (String path :
                    List.of("/review", "/review/" + second, "/review/trust", "/receipts/new?debtor=" + debtor)) {
                look(path, width, ColorScheme.LIGHT);
            }
        }
        look("/review", 391, ColorScheme.DARK);
    }

    private static int focused(Page page) {
        return (int) page.evaluate("payments().indexOf(document.activeElement)");
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
            assertThat(complaints).as(path).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screens/payments" + path.replaceAll("[^a-z]+", "-") + width + ".png")));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s at %s", path, width)
                    .isEqualTo(width);
        }
    }
}
