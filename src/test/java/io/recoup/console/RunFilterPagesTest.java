package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run's letters by a filter, and deciding those that it shows. */
class RunFilterPagesTest extends DunningPages {

    private static final Pattern POSTED = Pattern.compile("name=\"letters\" value=\"([0-9,]*)\"");

    private String page;

    @BeforeAll
    void write_the_story() {
        writeStory("F");
        page = "/runs/" + today;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void the_filter_speaks_the_language_of_the_browser(String language) {
        assertThat(new Browser(port, language).get(page + "?text=-4f").body())
                .contains("id=\"approve-shown\"", "</html>")
                .doesNotContain("??")
                .doesNotContainPattern(">run[.][a-zA-Z.]+<");
    }

    @Test
    void what_is_asked_for_is_shown_counted_and_stays_in_the_form() {
        String all = get("");
        assertThat(all).contains(line("R-4F"), line("R-6F")).doesNotContain("approve-shown");
        String few = get("?level=&state=draft&text=m%C3%9CHle&least=600%2C00&currency=EUR");
        assertThat(few)
                .contains(line("R-4F"), "value=\"600,00\"", "value=\"mÜHle\"", "Show all")
                .containsPattern("value=\"draft\" selected")
                .contains(" of " + one("SELECT count(*) FROM notice WHERE planned_on = '" + today + "'") + " letters.")
                .doesNotContain(line("R-1F"), line("R-6F"));
        assertThat(get("?least=600.01")).contains(line("R-6F")).doesNotContain(line("R-4F"));
        assertThat(get("?level=reminder&text=-3F")).contains(line("R-3F"));
        assertThat(get("?level=final%20notice&text=-3F"))
                .contains("0 of ")
                .containsPattern("value=\"final notice\" selected")
                .doesNotContain(line("R-3F"), "approve-shown");
    }

    @Test
    void an_amount_that_cannot_be_read_shows_nothing_and_says_why() {
        assertThat(get("?least=1.250,00"))
                .contains("Not done: ", "without thousands separators", "aria-invalid=\"true\"")
                .doesNotContain(line("R-6F"), "approve-shown");
    }

    @Test
    void those_shown_are_approved_and_no_others_and_the_answer_says_how_many() {
        String filter = "?text=R-4F";
        assertThat(posted(filter)).containsExactly(notice("R-4F"));
        String both = notice("R-4F") + "," + notice("R-3F"); // the second waits for nobody
        assertThat(post("/approve-shown", filter, "letters", both))
                .contains("1 letter was approved. 1 was no draft any more and is left alone.")
                .contains("value=\"R-4F\"")
                .doesNotContain(line("R-1F"));
        assertThat(state(notice("R-4F"))).isEqualTo("due");
        assertThat(state(notice("R-1F"))).isEqualTo("draft");
        assertThat(one("SELECT count(*) FROM notice_event WHERE what = 'approved' AND by_whom = 'demo'"
                        + " AND notice_id = " + notice("R-4F")))
                .isEqualTo(1);
        assertThat(post("/approve-shown", filter, "letters", both)).contains("No letter was approved.");
    }

    @Test
    void those_shown_are_discarded_with_a_reason_and_not_without() {
        String letter = "" + notice("R-5F");
        assertThat(post("/discard-shown", "?text=R-5F", "letters", letter, "reason", " "))
                .contains("Not done: say why");
        assertThat(state(notice("R-5F"))).isEqualTo("draft");
        assertThat(post("/discard-shown", "?text=R-5F", "letters", letter, "reason", "they called"))
                .contains("1 letter was discarded.");
        assertThat(state(notice("R-5F"))).isEqualTo("withdrawn");
    }

    @Test
    void more_than_a_page_shows_is_not_decided_unseen() {
        jdbc.sql("""
                WITH d AS (INSERT INTO debtor (creditor_id, source, source_id, name)
                           SELECT (SELECT min(id) FROM creditor), 'crowd', n, 'Crowd ' || n FROM generate_series(1, 201) n
                           RETURNING id)
                INSERT INTO notice (debtor_id, procedure, level, level_days, planned_on, state, message_id, policy_hash)
                SELECT id, 'standard', 'reminder', 3, :on, 'draft', 'crowd-' || id, 'h' FROM d
                """).param("on", today).update();
        try {
            assertThat(get("?text=crowd")).contains("201 of ", "Approve these 200", "The first 200 of 201 letters.");
            assertThat(posted("?text=crowd")).hasSize(200);
            String all = jdbc.sql("SELECT id FROM notice WHERE message_id LIKE 'crowd-%'").query(String.class).stream()
                    .collect(Collectors.joining(","));
            assertThat(post("/approve-shown", "?text=crowd", "letters", all))
                    .contains("Not done: a page shows 200 letters at most");
            assertThat(one("SELECT count(*) FROM notice WHERE message_id LIKE 'crowd-%' AND state = 'draft'"))
                    .isEqualTo(201);
        } finally {
            jdbc.sql("DELETE FROM notice WHERE message_id LIKE 'crowd-%'").update();
            jdbc.sql("DELETE FROM debtor WHERE source = 'crowd'").update();
        }
    }

    @Test
    void a_letter_approved_alone_leads_back_to_what_was_shown() {
        assertThat(get("?text=%26f%C3%BC%22&state=draft"))
                .contains("value=\"&amp;fü&quot;\"")
                .doesNotContain(line("R-1F"));
        assertThat(get("?text=r-1F&state=draft"))
                .contains("name=\"back\" value=\"" + page + "?state=draft&amp;text=r-1F\"");
        String back = page + "?state=draft&text=M%C3%BChle%20N";
        assertThat(new Browser(port, "en")
                        .post("/letters/" + notice("R-3F") + "/approve", page, "back", back)
                        .uri()
                        .getRawQuery())
                .isEqualTo("state=draft&text=M%C3%BChle%20N");
    }

    private String get(String filter) {
        return new Browser(port, "en").get(page + filter).body();
    }

    private String post(String command, String filter, String... fields) {
        String[] all = Stream.concat(Stream.of("back", page + filter), Arrays.stream(fields))
                .toArray(String[]::new);
        return new Browser(port, "en").post(page + command, page, all).body();
    }

    /** What the button of that page would approve. */
    private List<Long> posted(String filter) {
        Matcher letters = POSTED.matcher(get(filter));
        assertThat(letters.find()).isTrue();
        return Arrays.stream(letters.group(1).split(",")).map(Long::valueOf).toList();
    }

    private String line(String number) {
        return "id=\"letter-" + notice(number) + "\"";
    }
}
