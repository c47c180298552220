package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.calendar.BusinessDay;
import io.recoup.followup.ContactKind;
import io.recoup.followup.ContactLog;
import io.recoup.followup.ContactOutcome;
import io.recoup.followup.NewContact;
import io.recoup.followup.NewTask;
import io.recoup.followup.Task;
import io.recoup.followup.TaskState;
import io.recoup.followup.Tasks;
import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Entries;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.InvoiceEntry.HoldEntry;
import io.recoup.receivables.Ledger;
import io.recoup.testing.RecoupTest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class FollowupPagesTest extends RecoupTest {

    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    @Autowired
    private Ledger ledger;

    @Autowired
    private Tasks tasks;

    @Autowired
    private ContactLog log;

    @Autowired
    private BusinessDay day;

    private Story story;
    private LocalDate today;

    @BeforeAll
    void write_the_story() {
        story = new Story(ledger, jdbc, "W");
        story.write();
        today = day.today(ZoneId.of(
                jdbc.sql("SELECT zone FROM creditor").query(String.class).single()));
    }

    @BeforeEach
    void close_what_is_open() {
        tasks.open(null, 100).forEach(task -> tasks.dismiss(task.id(), "test", "next test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void every_page_speaks_the_language_of_the_browser(String language) {
        long closed = task("Ask for the order number", today);
        tasks.done(closed, "anna", "it is 4711");
        task("Send a copy", today.plusDays(3));
        overdue("Call again");
        tasks.createOnce(
                "pages:" + language,
                NewTask.byRule(
                        "dunning",
                        "two_procedures",
                        List.of("Bavaria", "Bakers", "standard", "export"),
                        debtor(),
                        today,
                        today));
        for (String path :
                List.of("/", "/tasks", "/tasks?who=mine&state=closed", "/calls", page(), page() + "?log=1")) {
            HttpResponse<String> answer = speaking(language).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .as(path)
                    .contains("</html>", "<html lang=\"" + language + "\"")
                    .doesNotContain("??");
        }
        assertThat(speaking(language).get("/tasks").body())
                .contains("standard", "export", "Send a copy")
                .doesNotContain("two_procedures");
    }

    @Test
    void the_first_page_shows_what_is_due_today_or_was_before_and_nothing_later() {
        task("Due today", today);
        overdue("Due before");
        task("Due tomorrow", today.plusDays(1));

        String section = speaking("en").get("/sections/tasks").body();

        assertThat(section)
                .contains("Due today", "Due before", "1 day late", "<span class=\"count\">2</span>")
                .doesNotContain("Due tomorrow");
    }

    @Test
    void a_task_is_created_once_however_often_its_form_is_sent_and_a_changed_form_is_another_task() {
        String once = once("/tasks");
        for (String text : List.of("Ask the agent", "Ask the agent", "Ask the other agent")) {
            assertThat(send("/tasks", "/tasks", "once", once, "text", text, "dueOn", today + "", "dueAt", "14:30"))
                    .contains("The task is noted.");
        }
        assertThat(tasks.open(null, 10)).extracting(Task::text).containsExactly("Ask the agent", "Ask the other agent");
        assertThat(speaking("de").get("/tasks").body()).contains("14:30");
    }

    @Test
    void a_task_of_the_past_is_refused_with_its_reason() {
        assertThat(send("/tasks", "/tasks", "text", "Too late", "dueOn", today.minusDays(1) + ""))
                .contains("Not done:", "lies before");
        assertThat(tasks.open(null, 10)).isEmpty();
    }

    @Test
    void a_task_is_closed_with_a_remark_twice_harmlessly_and_reopened() {
        long id = task("Call", today);
        for (int click = 0; click < 2; click++) {
            assertThat(send("/tasks/" + id + "/done", "/tasks", "remark", "reached her", "back", "/tasks?who=all"))
                    .contains("Done.")
                    .doesNotContain("Not done");
        }
        assertThat(tasks.find(id).orElseThrow().state()).isEqualTo(TaskState.DONE);
        assertThat(speaking("en").get("/tasks?state=closed").body()).contains("reached her");

        assertThat(send("/tasks/" + id + "/reopen", "/tasks")).contains("The task is open again.");
        assertThat(tasks.find(id).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void dismissing_asks_for_a_reason_and_taking_over_makes_it_mine() {
        long id = task("Call", today);
        assertThat(speaking("en").get("/tasks?who=mine").body()).doesNotContain("id=\"task-" + id + "\"");
        assertThat(send("/tasks/" + id + "/take", "/tasks")).contains("The task is yours.");
        assertThat(speaking("en").get("/tasks?who=mine").body()).contains("id=\"task-" + id + "\"");

        assertThat(send("/tasks/" + id + "/dismiss", "/tasks", "reason", " ")).contains("Not done:");
        assertThat(send("/tasks/" + id + "/dismiss", "/tasks", "reason", "it was paid"))
                .contains("The task was dismissed.");
    }

    @Test
    void a_call_with_a_promise_holds_the_debtor_sets_the_next_task_and_stands_in_the_timeline() {
        DebtorId other = owing("P", "99.90");
        String path = "/debtors/" + other.value();
        String once = once(path);
        for (int click = 0; click < 2; click++) {
            assertThat(send(
                            path + "/contacts",
                            path,
                            "once",
                            once,
                            "kind",
                            "call",
                            "outcome",
                            "promised",
                            "remark",
                            "Mrs <b>Rossi</b> pays half",
                            "nextOn",
                            today.plusDays(8) + "",
                            "promisedOn",
                            today.plusDays(7) + "",
                            "amount",
                            "49,95",
                            "currency",
                            "EUR",
                            "back",
                            path))
                    .contains("Entered in the contact log.", "Promise to pay", "€49.95", "Mrs &lt;b&gt;Rossi")
                    .doesNotContain("<b>Rossi");
        }
        assertThat(log.ofDebtor(other, 10)).hasSize(1);
        assertThat(tasks.ofDebtor(other, 10)).extracting(Task::dueOn).containsExactly(today.plusDays(8));
        assertThat(jdbc.sql("SELECT count(*) FROM hold WHERE debtor_id = :id AND kind = 'promise'")
                        .param("id", other.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_promise_without_its_day_and_a_debtor_that_is_not_there_are_refused() {
        assertThat(send(
                        page() + "/contacts",
                        page(),
                        "kind",
                        "call",
                        "outcome",
                        "promised",
                        "amount",
                        "10",
                        "currency",
                        "EUR",
                        "back",
                        page()))
                .contains("Not done:", "the day by which");
        assertThat(speaking("en")
                        .post("/debtors/0/contacts", page(), "kind", "call", "outcome", "reached")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_was_called_leaves_the_call_list_for_as_many_days_as_asked_for() {
        DebtorId calm = owing("C", "99.90");
        String row = "/debtors/" + calm.value() + "?";
        assertThat(calls("/calls")).contains(row);

        log.record(NewContact.of(calm, today.minusDays(6), ContactKind.NOTE, ContactOutcome.OTHER, "anna"));
        assertThat(calls("/calls")).as("a note is no call").contains(row);

        log.record(NewContact.of(calm, today.minusDays(6), ContactKind.CALL, ContactOutcome.NOT_REACHED, "anna"));
        assertThat(calls("/calls?days=7")).doesNotContain(row);
        assertThat(calls("/calls?days=6")).contains(row);

        assertThat(send(
                        row.replace("?", "/contacts"),
                        "/debtors/" + calm.value(),
                        "kind",
                        "call",
                        "outcome",
                        "reached",
                        "back",
                        "/calls?days=1&late=1&currency=EUR"))
                .contains("Entered in the contact log.", "Call list")
                .doesNotContain(row);
    }

    @Test
    void the_call_list_begins_with_whoever_owes_most_and_leaves_out_what_is_held_or_not_so_late() {
        DebtorId small = owing("S", "10.00");
        DebtorId large = owing("L", "10.01");
        String row = "/debtors/" + small.value() + "?";
        assertThat(calls("/calls")).containsSubsequence("/debtors/" + large.value() + "?", row);

        assertThat(calls("/calls?late=11")).contains(row, "the oldest 11 days late");
        assertThat(calls("/calls?late=12")).doesNotContain(row);

        long hold = ledger.hold(small, null, new HoldEntry("pause", today, null), "anna");
        assertThat(calls("/calls")).doesNotContain(row);
        ledger.release(hold, "anna");
        ledger.hold(small, null, new HoldEntry("pause", today.minusDays(1), null), "anna");
        assertThat(calls("/calls")).contains(row);
    }

    @Test
    void debts_of_two_currencies_have_lists_of_their_own() {
        DebtorId euros = owing("E", "99.90");
        InvoiceEntry i = Entries.invoice("FW-D", "99.90");
        InvoiceEntry dollars = new InvoiceEntry(
                i.source(),
                i.sourceId(),
                null,
                i.kind(),
                i.number(),
                i.issuedOn(),
                today.minusDays(11),
                Money.parse("99.90", "USD"),
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                Entries.debtor("D"));
        ledger.enter(dollars, Cause.inbox(1), today);

        assertThat(calls("/calls"))
                .contains("/debtors/" + euros.value() + "?", "USD")
                .doesNotContain(">Debtor D<");
        assertThat(calls("/calls?currency=USD"))
                .contains("$99.90", "Debtor D")
                .doesNotContain("/debtors/" + euros.value() + "?");
        assertThat(calls("/calls?currency=nonsense")).contains("/debtors/" + euros.value() + "?");
    }

    private Browser speaking(String language) {
        return new Browser(port, language);
    }

    private String calls(String path) {
        return speaking("en").get(path).body();
    }

    private String send(String path, String tokenPage, String... fields) {
        return speaking("en").post(path, tokenPage, fields).body();
    }

    private String once(String path) {
        Matcher field = ONCE.matcher(speaking("en").get(path).body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private String page() {
        return "/debtors/" + story.debtor;
    }

    private DebtorId debtor() {
        return new DebtorId(story.debtor);
    }

    private long task(String text, LocalDate dueOn) {
        return tasks.create(NewTask.typed(text, debtor(), dueOn, "anna", today));
    }

    private void overdue(String text) {
        LocalDate yesterday = today.minusDays(1);
        tasks.create(NewTask.typed(text, null, yesterday, "anna", yesterday));
    }

    /** Another debtor, who owes that much since eleven days ago. */
    private DebtorId owing(String id, String amount) {
        InvoiceEntry invoice =
                Entries.of(Entries.invoice("FW-" + id, amount), Entries.debtor(id), null, today.minusDays(11));
        ledger.enter(invoice, Cause.inbox(1), today);
        return new DebtorId(jdbc.sql("SELECT debtor_id FROM item WHERE number = :number")
                .param("number", "FW-" + id)
                .query(Long.class)
                .single());
    }
}
