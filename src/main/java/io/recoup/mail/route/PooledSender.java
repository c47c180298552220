package io.recoup.mail.route;

import io.recoup.mail.GatedMessage;
import io.recoup.mail.SmtpConnections;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.component.mail.DefaultJavaMailSender;

/** Lets Camel's mail producer send over connections that stay open; its own sender opens one per letter. */
final class PooledSender extends DefaultJavaMailSender {

    private final SmtpConnections connections;

    PooledSender(SmtpConnections connections) {
        this.connections = connections;
        setSession(connections.session());
    }

    @Override
    public void send(MimeMessage message) throws MessagingException {
        if (!(message instanceof GatedMessage letter)) {
            throw new MessagingException("only letters that pass a gate leave by this door");
        }
        connections.send(letter);
    }
}
