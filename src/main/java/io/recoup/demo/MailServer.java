package io.recoup.demo;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.recoup.demo.store.DemoCalendar;
import io.recoup.demo.store.Mailbox;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo's mail server: SMTP and IMAP on loopback, in this process. It writes each mail to the database before it
 * answers 250, so a mail it took is never lost; after a restart the IMAP folders are filled again from there. By IMAP
 * the account {@code demo} (password {@code demo}) sees everything, and each address has an account of its own.
 */
@Component
@Profile("demo")
class MailServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYTHING = "demo";

    private final DemoSettings settings;
    private final Mailbox mailbox;
    private final DemoCalendar calendar;
    private GreenMail server;

    MailServer(DemoSettings settings, Mailbox mailbox, DemoCalendar calendar) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.calendar = calendar;
    }

    @Override
    public void start() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(settings.smtpPort(), LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(settings.imapPort(), LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        server.setUser(EVERYTHING, EVERYTHING, EVERYTHING);
        server.getUserManager().setMessageDeliveryHandler((mail, to) -> {
            keep(mail.getMessage(), to.getEmail());
            return deliver(mail, to.getEmail());
        });
        refill();
        server.start();
        LOG.info(
                "Demo mail server: smtp {}:{}, imap {}:{}",
                LOOPBACK,
                smtpPort(),
                LOOPBACK,
                server.getImap().getPort());
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    private void keep(MimeMessage mail, String recipient) throws MessagingException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try {
            mail.writeTo(raw);
        } catch (IOException unwritable) {
            throw new MessagingException("mail cannot be read to its end", unwritable);
        }
        mailbox.keep(
                mail.getMessageID(),
                recipient,
                Objects.toString(mail.getSubject(), ""),
                language(mail),
                calendar.current(),
                raw.toByteArray());
    }

    private static String language(MimeMessage mail) throws MessagingException {
        String[] languages = mail.getContentLanguage();
        return languages == null || languages.length == 0 ? null : languages[0].toLowerCase(Locale.ROOT);
    }

    private GreenMailUser deliver(MovingMessage mail, String recipient) throws UserException {
        server.getUserManager().getUser(EVERYTHING).deliver(mail);
        return account(recipient);
    }

    private GreenMailUser account(String address) throws UserException {
        UserManager users = server.getUserManager();
        GreenMailUser known = users.getUserByEmail(address);
        return known == null ? users.createUser(address, address, address) : known;
    }

    private void refill() {
        try {
            for (Mailbox.Arrival arrival : mailbox.arrivals()) {
                MimeMessage mail = GreenMailUtil.newMimeMessage(new java.io.ByteArrayInputStream(
                        mailbox.raw(arrival.id()).orElseThrow()));
                account(arrival.recipient()).deliver(mail);
                server.getUserManager().getUser(EVERYTHING).deliver(mail);
            }
        } catch (UserException impossible) {
            throw new IllegalStateException("the IMAP folders cannot be filled from the database", impossible);
        }
    }

    @Override
    public void stop() {
        server.stop();
        server = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** Before the routes that send, after them on the way down. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }
}
