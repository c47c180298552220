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
        Letterhead head = new Letterhead(
                "Creditor",
                "",
                List.of("Street 1"),
                "",
                "",
                "#000000",
                List.of("IBAN"),
                "clerk@creditor.example",
                List.of("clerk@creditor.example"),
                "en",
                "GB");
        return Envelope.seal(
                connections.session(),
                new GatedMessage.Ticket(1, 1),
                new Letter("en", "hash", "Reminder", "text", "<p>text</p>"),
                head,
                "debtor@debtor.example",
                "<notice.1@creditor.example>",
                Instant.parse("2026-03-04T08:00:00Z"),
                () -> gateOpened = true);
    }
}
