package io.recoup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.app.RecoupApplication;
import io.recoup.demo.store.Mailbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Plays the demo's eleven weeks with real files, SMTP, HTTP and PostgreSQL, and asserts src/docs/demo-story.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStoryTest {

    /** Not a temporary folder of JUnit: those are closed to the account that PostgreSQL runs under when root builds. */
    private Path data;

    private ConfigurableApplicationContext context;
    private JdbcClient jdbc;
    private Mailbox mailbox;

    @BeforeAll
    void play() throws IOException {
        data = Files.createTempDirectory("recoup-story-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        context = SpringApplication.run(
                RecoupApplication.class,
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--recoup.database.folder=" + data.resolve("postgresql"),
                "--recoup.demo.inbox=" + data.resolve("inbox"),
                "--recoup.demo.outbox=" + data.resolve("outbox"),
                "--recoup.demo.smtp-port=0",
                "--recoup.demo.imap-port=0",
                "--recoup.demo.player=false");
        jdbc = context.getBean(JdbcClient.class);
        mailbox = context.getBean(Mailbox.class);
        context.getBean(DemoDays.class).catchUp();
    }

    @AfterAll
    void stop() throws IOException {
        if (context != null) {
            context.close();
        }
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void letters_went_out_in_four_languages_and_none_twice() {
        assertThat(mailbox.arrivals()).extracting(Mailbox.Arrival::language).contains("es", "it", "de", "en");
        assertThat(mailbox.arrivals()).extracting(Mailbox.Arrival::messageId).doesNotHaveDuplicates();
    }

    @Test
    void the_payment_on_the_eve_of_the_second_reminder_suppressed_it() {
        assertThat(lettersTo("cuentas@obradorsantaines.example").stream()
                        .filter(letter -> letter.arrivedOn().toString().startsWith("2026-03")))
                .hasSize(2);
    }

    @Test
    void the_debtor_who_ignored_everything_paid_the_agency_and_his_case_is_closed() {
        assertThat(caseOf("C-1004")).containsExactly("closed paid");
        assertThat(openOf("C-1004")).isZero();
    }

    @Test
    void a_payment_to_the_mill_was_told_to_the_agency() {
        assertThat(jdbc.sql("SELECT count(*) FROM case_message WHERE kind = 'direct_payment' AND state = 'done'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(openOf("IT-04")).isZero();
    }

    @Test
    void the_erp_finds_one_line_for_each_settlement_below_its_heading() throws IOException {
        List<String> references = new ArrayList<>();
        for (String erp : List.of("erp", "italy")) {
            List<String> lines = Files.readAllLines(data.resolve("outbox").resolve(erp + "-settlements.csv"));
            assertThat(lines.get(0)).isEqualTo("on,kind,number,amount,currency,means,reference");
            lines.stream()
                    .skip(1)
                    .map(line -> line.substring(line.lastIndexOf(',') + 1))
                    .forEach(references::add);
        }
        assertThat(references)
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("SELECT 'recoup:' || posting_id FROM write_back")
                        .query(String.class)
                        .list());
    }

    @Test
    void the_referral_above_the_rule_waits_for_a_person() {
        assertThat(jdbc.sql("""
            SELECT r.state FROM referral r JOIN debtor d ON d.id = r.debtor_id
            WHERE d.source_id = 'C-1005'
            """).query(String.class).list())
                .contains("proposed")
                .doesNotContain("placed");
    }

    @Test
    void three_payments_wait_for_a_person_each_with_its_reason() {
        assertThat(jdbc.sql("SELECT why FROM unapplied ORDER BY receipt_id")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .anySatisfy(reason -> assertThat(reason).contains("IT-2026-043").contains("which is settled"))
                .anySatisfy(reason -> assertThat(reason).contains("MV-2026-0132"))
                .anySatisfy(reason -> assertThat(reason).contains("no item of ours fits"));
    }

    @Test
    void one_row_is_in_quarantine_with_its_remedy() {
        assertThat(jdbc.sql("SELECT remedy FROM quarantine WHERE state = 'open'")
                        .query(String.class)
                        .list())
                .hasSize(1)
                .doesNotContain("");
    }

    private List<Mailbox.Arrival> lettersTo(String address) {
        return mailbox.arrivals().stream()
                .filter(letter -> letter.recipient().equals(address))
                .toList();
    }

    private List<String> caseOf(String debtor) {
        return jdbc.sql("""
            SELECT p.state || ' ' || coalesce(p.outcome, '') FROM placement p
            JOIN debtor d ON d.id = p.debtor_id WHERE d.source_id = :debtor
            """).param("debtor", debtor).query(String.class).list();
    }

    private long openOf(String debtor) {
        return jdbc.sql("""
            SELECT coalesce(sum(o.open_minor), 0) FROM open_item o JOIN debtor d ON d.id = o.debtor_id
            WHERE d.source_id = :debtor
            """).param("debtor", debtor).query(Long.class).single();
    }
}
