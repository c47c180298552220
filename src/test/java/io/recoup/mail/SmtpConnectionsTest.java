package io.recoup.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.recoup.testing.ScriptedSmtp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Logging in and encryption, as far as they decide whether a letter may leave at all. */
class SmtpConnectionsTest {

    private GreenMail server;
    private boolean gateOpened;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void logs_in_and_hands_the_letter_over() throws Exception {
        start(ServerSetup.PROTOCOL_SMTP);
        try (SmtpConnections connections = new SmtpConnections(settings(MailSettings.Security.NONE, "right"))) {
            GatedMessage letter = letter(connections);
            connections.send(letter);
            assertThat(letter.receipt()).startsWith("250");
            assertThat(server.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void a_wrong_password_is_tried_again_later_and_neither_leaves_nor_costs_anybody_the_address() throws Exception {
        start(ServerSetup.PROTOCOL_SMTP);
        refuses(settings(MailSettings.Security.NONE, "wrong"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_without_the_encryption_that_is_required_gets_neither_password_nor_letter() throws Exception {
        try (ScriptedSmtp plain = new ScriptedSmtp()) {
            Undelivered refusal = refuses(settings(plain.port(), MailSettings.Security.STARTTLS, "right"));
            assertThat(refusal).hasMessageContaining("STARTTLS is required");
            assertThat(plain.accepted).isEmpty();
        }
    }

    @Test
    void a_certificate_nobody_vouches_for_gets_no_letter() throws Exception {
        start(ServerSetup.PROTOCOL_SMTPS);
        refuses(settings(MailSettings.Security.TLS, "right"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_refused_copy_stops_neither_the_letter_nor_the_other_copies_and_is_reported() throws Exception {
        try (ScriptedSmtp scripted = new ScriptedSmtp();
                SmtpConnections connections = connections(scripted)) {
            GatedMessage letter = letter(connections, "debtor@debtor.example", "refused@agent.example", "ok@a.example");
            connections.send(letter);
            assertThat(scripted.readers).containsExactly(List.of("<debtor@debtor.example>", "<ok@a.example>"));
            assertThat(scripted.accepted.get(0)).contains("Cc: ok@a.example").doesNotContain("refused@agent.example");
            assertThat(letter.lostCopies()).singleElement().satisfies(lost -> {
                assertThat(lost.address()).isEqualTo("refused@agent.example");
                assertThat(lost.reason()).isEqualTo("550 5.1.1 no such user");
            });
            assertThat(letter.report())
                    .isEqualTo("250 2.0.0 queued as 1; no copy to refused@agent.example: 550 5.1.1 no such user");
        }
    }

    @Test
    void copies_that_must_wait_are_lost_too_rather_than_hold_the_letter_up() throws Exception {
        try (ScriptedSmtp scripted = new ScriptedSmtp();
                SmtpConnections connections = connections(scripted)) {
            GatedMessage letter = letter(connections, "debtor@debtor.example", "grey@a.example", "refused@a.example");
            connections.send(letter);
            assertThat(scripted.readers).containsExactly(List.of("<debtor@debtor.example>"));
            assertThat(scripted.accepted.get(0)).doesNotContain("Cc:");
            assertThat(letter.lostCopies()).hasSize(2);
        }
    }

    @Test
    void without_its_reader_a_letter_does_not_go_to_copies_either() throws Exception {
        try (ScriptedSmtp scripted = new ScriptedSmtp();
                SmtpConnections connections = connections(scripted)) {
            assertThat(verdict(connections, "refused@debtor.example", "ok@a.example"))
                    .isEqualTo(Undelivered.Verdict.ADDRESS_REFUSED);
            assertThat(verdict(connections, "refused@debtor.example", "refused@a.example"))
                    .isEqualTo(Undelivered.Verdict.ADDRESS_REFUSED);
            assertThat(verdict(connections, "grey@debtor.example", "refused@a.example"))
                    .isEqualTo(Undelivered.Verdict.LATER);
            assertThat(scripted.accepted).isEmpty();
            assertThat(gateOpened).isFalse();
        }
    }

    @Test
    void a_letter_that_loses_copies_and_then_meets_a_busy_server_waits_whole() throws Exception {
        try (ScriptedSmtp scripted = new ScriptedSmtp();
                SmtpConnections connections = connections(scripted)) {
            assertThat(verdict(connections, "busy@debtor.example", "refused@a.example"))
                    .isEqualTo(Undelivered.Verdict.LATER);
            assertThat(verdict(connections, "vanish@debtor.example", "refused@a.example"))
                    .isEqualTo(Undelivered.Verdict.UNKNOWN);
        }
    }

    @Test
    void settings_do_not_print_their_password() {
        assertThat(settings(1, MailSettings.Security.TLS, "secret-word").toString())
                .doesNotContain("secret-word");
    }

    private Undelivered refuses(MailSettings settings) {
        try (SmtpConnections connections = new SmtpConnections(settings)) {
            GatedMessage letter = letter(connections);
            Undelivered refusal = catchThrowableOfType(Undelivered.class, () -> connections.send(letter));
            assertThat(refusal.verdict()).isEqualTo(Undelivered.Verdict.LATER);
            assertThat(refusal).hasMessageNotContaining(settings.password());
            assertThat(gateOpened).isFalse();
            assertThat(letter.hasPassedGate()).isFalse();
            return refusal;
        }
    }

    private static SmtpConnections connections(ScriptedSmtp scripted) {
        Duration patience = Duration.ofSeconds(10);
        return new SmtpConnections(new MailSettings(
                "127.0.0.1",
                scripted.port(),
                MailSettings.Security.NONE,
                "",
                "",
                patience,
                patience,
                100,
                patience,
                "",
                Path.of("none")));
    }

    private Undelivered.Verdict verdict(SmtpConnections connections, String to, String copy) {
        GatedMessage letter = letter(connections, to, copy);
        return catchThrowableOfType(Undelivered.class, () -> connections.send(letter))
                .verdict();
    }

    private void start(String protocol) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol))
                .withConfiguration(
                        GreenMailConfiguration.aConfig().withUser("clerk@creditor.example", "clerk", "right"));
        server.start();
    }

    private MailSettings settings(MailSettings.Security security, String password) {
        int port = security == MailSettings.Security.TLS
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
        return settings(port, security, password);
    }

    private static MailSettings settings(int port, MailSettings.Security security, String password) {
        Duration patience = Duration.ofSeconds(10);
        return new MailSettings(
                "127.0.0.1", port, security, "clerk", password, patience, patience, 100, patience, "", Path.of("none"));
    }

    private GatedMessage letter(SmtpConnections connections) {
        return letter(connections, "debtor@debtor.example");
    }

    private GatedMessage letter(SmtpConnections connections, String to, String... copies) {
        Letter letter = new Letter("en", "hash", "Reminder", "text", "<p>text</p>");
        return Envelope.seal(
                connections.session(),
                new GatedMessage.Ticket(1, 1),
                new Mailing(letter, Letters.PLAIN, to, List.of(copies), List.of(), "<notice.1@creditor.example>"),
                Instant.parse("2026-03-04T08:00:00Z"),
                () -> gateOpened = true);
    }
}
