package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.recoup.calendar.BusinessDay;
import io.recoup.followup.ContactKind;
import io.recoup.followup.ContactLog;
import io.recoup.followup.ContactOutcome;
import io.recoup.followup.NewContact;
import io.recoup.followup.NewTask;
import io.recoup.followup.Tasks;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Entries;
import io.recoup.receivables.Ledger;
import io.recoup.testing.RecoupTest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The pages in a real browser: nothing is refused by the content policy, nothing is wider than the screen, and a
 * section answers in place. Its pictures are in {@code target/screens}.
 */
class ConsoleBrowserTest extends RecoupTest {

    @Autowired
    private Ledger ledger;

    @Autowired
    private Tasks tasks;

    @Autowired
    private ContactLog log;

    @Autowired
    private BusinessDay day;

    private Playwright playwright;
    private Browser browser;
    private Story story;
    private LocalDate today;

    @BeforeAll
    void open_a_browser() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
        story = new Story(ledger, jdbc, "B");
        story.write();
        today = day.today(ZoneId.of(
                jdbc.sql("SELECT zone FROM creditor").query(String.class).single()));
        writeFollowup();
    }

    /** Something of each kind for the pictures. */
    private void writeFollowup() {
        DebtorId debtor = new DebtorId(story.debtor);
        LocalDate before = today.minusDays(4);
        tasks.create(NewTask.typed("Ask for the order number and send a copy", debtor, before, "anna", before));
        tasks.createOnce("no-contact:B", NewTask.byRule("dunning", "no_contact", List.of(), debtor, today, today));
        tasks.create(NewTask.typed("Prepare the list for the lawyer", null, today, "anna", today)
                .at(LocalTime.of(14, 30))
                .assignedTo("anna"));
        for (String owed : List.of("4820.00", "312.40", "96.75")) {
            ledger.enter(
                    Entries.of(
                            Entries.invoice("FB-" + owed, owed), Entries.debtor("B" + owed), null, today.minusDays(18)),
                    Cause.inbox(1),
                    today);
        }
        DebtorId called = new DebtorId(jdbc.sql("SELECT id FROM debtor WHERE source_id = 'B312.40'")
                .query(Long.class)
                .single());
        jdbc.sql("UPDATE contact SET phone = '+49 30 1234567' WHERE debtor_id = :id")
                .param("id", called.value())
                .update();
        log.record(new NewContact(
                null,
                called,
                today.minusDays(8),
                ContactKind.CALL,
                ContactOutcome.NOT_REACHED,
                "anna",
                null,
                today.plusDays(1),
                null));
        log.record(new NewContact(
                null,
                debtor,
                today.minusDays(9),
                ContactKind.CALL,
                ContactOutcome.REACHED,
                "anna",
                "The invoice went to the old address; they ask for a copy.",
                today.plusDays(2),
                null));
    }

    @AfterAll
    void close_it() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void pages_fit_a_desk_and_a_phone_in_both_schemes_and_break_no_policy() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1280, 390)) {
                for (String path : List.of(
                        "/",
                        "/debtors/" + story.debtor + "?log=call&back=/calls",
                        "/tasks",
                        "/calls",
                        "/receipts/" + story.waitingReceipt + "?debtor=" + story.debtor)) {
                    try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
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
                        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                                .as("width of %s at %s", path, width)
                                .isEqualTo(width);
                        page.screenshot(new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of("target/screens/" + path.replaceAll("[^a-z]+", "-") + width + "-"
                                        + scheme + ".png")));
                    }
                }
            }
        }
    }

    @Test
    void a_task_is_closed_by_keyboard_and_the_list_answers_in_place() {
        long id = tasks.create(NewTask.typed("Call them", new DebtorId(story.debtor), today, "anna", today));
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate("http://127.0.0.1:" + port + "/tasks");
            page.evaluate("window.stayed = true");
            page.locator("#task-" + id + " input[name=remark]").focus();
            page.keyboard().type("reached her");
            page.keyboard().press("Enter");
            page.locator("#task-list .outcome.done:focus").waitFor();
            assertThat(page.evaluate("window.stayed")).isEqualTo(true);
            assertThat(page.locator("#task-" + id).count()).isZero();
        }
    }

    @Test
    void undo_answers_in_its_section_without_leaving_the_page() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.onDialog(dialog -> dialog.accept());
            page.navigate("http://127.0.0.1:" + port + "/");
            page.evaluate("window.stayed = true");
            page.locator("#matched form[action='/postings/" + story.allocation + "/undo'] button")
                    .click();
            page.locator("#matched .outcome.done").waitFor();
            assertThat(page.evaluate("window.stayed")).isEqualTo(true);
            assertThat(page.locator("#matched li.undone").count()).isPositive();
        }
    }
}
