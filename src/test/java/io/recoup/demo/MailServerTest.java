package io.recoup.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.demo.store.DemoCalendar;
import io.recoup.demo.store.Mailbox;
import io.recoup.testing.PostgresTest;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailServerTest extends PostgresTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    private Mailbox mailbox;
    private MailServer server;

    @BeforeEach
    void start() {
        jdbc.sql("TRUNCATE demo_mail, demo_day").update();
        new DemoCalendar(jdbc).begin(DAY, DAY);
        mailbox = new Mailbox(jdbc);
        server = new MailServer(settings(), mailbox, new DemoCalendar(jdbc));
        server.start();
    }

    @AfterEach
    void stop() {
        if (server.isRunning()) {
            server.stop();
        }
    }

    @Test
    void a_mail_stands_in_the_database_when_the_server_has_taken_it() throws Exception {
        send("<r1@recoup.example>", "Recordatorio de pago");
        assertThat(mailbox.arrivals()).singleElement().satisfies(arrival -> {
            assertThat(arrival.messageId()).isEqualTo("<r1@recoup.example>");
            assertThat(arrival.recipient()).isEqualTo("pagos@penalba.example");
            assertThat(arrival.subject()).isEqualTo("Recordatorio de pago");
            assertThat(arrival.language()).isEqualTo("es");
            assertThat(arrival.arrivedOn()).isEqualTo(DAY);
        });
    }

    @Test
    void a_mail_that_arrives_twice_is_counted_twice() throws Exception {
        send("<r1@recoup.example>", "Recordatorio");
        send("<r1@recoup.example>", "Recordatorio");
        assertThat(mailbox.count()).isEqualTo(2);
    }

    @Test
    void a_mail_that_cannot_be_stored_is_not_taken() {
        jdbc.sql("ALTER TABLE demo_mail RENAME TO demo_mail_away").update();
        try {
            assertThatThrownBy(() -> send("<r1@recoup.example>", "Recordatorio"))
                    .isInstanceOf(MessagingException.class);
        } finally {
            jdbc.sql("ALTER TABLE demo_mail_away RENAME TO demo_mail").update();
        }
        assertThat(mailbox.count()).isZero();
    }

    @Test
    void a_restart_keeps_the_mailbox_by_imap_too() throws Exception {
        send("<r1@recoup.example>", "Recordatorio");
        server.stop();
        server.start();
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.imapPort(), "demo", "demo");
        try (store) {
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getMessages()).extracting(Message::getSubject).containsExactly("Recordatorio");
        }
    }

    @Test
    void a_mail_is_shown_with_its_parts() {
        String raw = """
                Subject: =?UTF-8?Q?Segundo_recordatorio?=
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=UTF-8

                Importe: 10 EUR
                --b
                Content-Type: text/html; charset=UTF-8

                <p>Importe: <b>10 EUR</b></p>
                --b--
                """;
        MailView view = MailView.of(raw.getBytes(StandardCharsets.UTF_8));
        assertThat(view.text().strip()).isEqualTo("Importe: 10 EUR");
        assertThat(view.html()).contains("<b>10 EUR</b>");
        assertThat(view.headers()).contains(new MailView.HeaderLine("Subject", "Segundo recordatorio"));
    }

    private void send(String messageId, String subject) throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(server.smtpPort()));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        mail.setFrom(new InternetAddress("cobros@molinoverde.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("pagos@penalba.example"));
        mail.setContentLanguage(new String[] {"es"});
        mail.setSubject(subject, "UTF-8");
        mail.setText("Estimados señores", "UTF-8");
        Transport.send(mail);
    }

    private static DemoSettings settings() {
        return new DemoSettings(
                DAY,
                null,
                Path.of("in"),
                Path.of("out"),
                FreePorts.freePort(0),
                FreePorts.freePort(0),
                Duration.ofSeconds(1));
    }
}
