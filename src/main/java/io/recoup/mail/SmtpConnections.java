package io.recoup.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Open connections to the SMTP server, each used for many letters in turn. Opening one costs more than a letter. */
public final class SmtpConnections implements AutoCloseable {

    /** A connection unused for longer is asked whether it still lives before a letter is trusted to it. */
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final MailSettings settings;
    private final Session session;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    private record Connection(SMTPTransport transport, int letters, long usedAtNanos) {}

    public SmtpConnections(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    public Session session() {
        return session;
    }

    /** @throws Undelivered always instead of another failure: it says whether the letter may have left */
    public void send(GatedMessage message) throws Undelivered {
        Connection connection;
        try {
            connection = take();
        } catch (MessagingException unreachable) {
            throw new Undelivered(
                    Undelivered.Verdict.LATER,
                    "no connection to " + settings.host() + ":" + settings.port() + ": " + unreachable.getMessage(),
                    unreachable);
        }
        try {
            transfer(connection.transport(), message);
            message.accepted(String.valueOf(connection.transport().getLastServerResponse())
                    .strip());
            giveBack(connection);
        } catch (SendFailedException refused) {
            // a broken connection looks the same, so it is asked
            if (connection.transport().isConnected()) {
                giveBack(connection);
            } else {
                close(connection);
            }
            throw Undelivered.because(refused, message);
        } catch (MessagingException broken) {
            close(connection);
            throw Undelivered.because(broken, message);
        } catch (RuntimeException unexpected) {
            close(connection);
            throw Undelivered.because(new MessagingException(unexpected.toString(), unexpected), message);
        }
    }

    /**
     * The server is asked about every address before the text leaves, and one refusal stops it. Where only copies were
     * refused, the letter goes on without them; without its reader it does not go at all.
     */
    private static void transfer(SMTPTransport transport, GatedMessage message) throws MessagingException {
        while (true) {
            try {
                transport.sendMessage(message, message.getAllRecipients());
                return;
            } catch (SendFailedException refusal) {
                List<SMTPAddressFailedException> refused = Undelivered.refusedAddresses(refusal);
                boolean onlyCopies = !message.hasPassedGate()
                        && !refused.isEmpty()
                        && refused.stream().allMatch(one -> message.isCopy(one.getAddress()))
                        && transport.isConnected();
                if (!onlyCopies) {
                    throw refusal;
                }
                for (SMTPAddressFailedException copy : refused) {
                    message.loseCopy(
                            copy.getAddress(), String.valueOf(copy.getMessage()).strip());
                }
            }
        }
    }

    private Connection take() throws MessagingException {
        for (Connection used = idle.pollFirst(); used != null; used = idle.pollFirst()) {
            long unusedNanos = System.nanoTime() - used.usedAtNanos();
            boolean fresh = unusedNanos < settings.idle().toNanos();
            if (fresh && (unusedNanos < TRUSTED_NANOS || used.transport().isConnected())) {
                return used;
            }
            close(used);
        }
        SMTPTransport transport = (SMTPTransport)
                session.getTransport(settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp");
        boolean authenticates = !settings.username().isEmpty();
        transport.connect(
                settings.host(),
                settings.port(),
                authenticates ? settings.username() : null,
                authenticates ? settings.password() : null);
        return new Connection(transport, 0, System.nanoTime());
    }

    private void giveBack(Connection connection) {
        Connection used = new Connection(connection.transport(), connection.letters() + 1, System.nanoTime());
        if (used.letters() >= settings.perConnection()) {
            close(used);
        } else {
            idle.addFirst(used);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.transport().close();
        } catch (MessagingException alreadyGone) {
            // closing is all we wanted
        }
    }

    @Override
    public void close() {
        for (Connection used = idle.pollFirst(); used != null; used = idle.pollFirst()) {
            close(used);
        }
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        for (String protocol : new String[] {"smtp", "smtps"}) {
            String mail = "mail." + protocol + ".";
            properties.put(
                    mail + "connectiontimeout",
                    Long.toString(settings.connectTimeout().toMillis()));
            properties.put(
                    mail + "timeout", Long.toString(settings.readTimeout().toMillis()));
            properties.put(
                    mail + "writetimeout", Long.toString(settings.readTimeout().toMillis()));
            properties.put(mail + "sendpartial", "false");
            properties.put(mail + "quitwait", "false");
            properties.put(mail + "auth", Boolean.toString(!settings.username().isEmpty()));
            properties.put(mail + "ssl.checkserveridentity", "true");
            properties.put(mail + "socketFactory.fallback", "false");
            if (!settings.bounceAddress().isEmpty()) {
                properties.put(mail + "from", settings.bounceAddress());
            }
        }
        boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.socketFactory", new PromptSockets(SocketFactory.getDefault()));
        properties.put("mail.smtps.ssl.socketFactory", new PromptSockets(SSLSocketFactory.getDefault()));
        return properties;
    }
}
