package io.recoup.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;

/** A mail whose text passes a gate when, and only when, an SMTP server has said that it takes it now. */
public final class GatedMessage extends MimeMessage {

    private final Ticket ticket;
    private final String messageId;
    private final Gate gate;
    private volatile boolean passed;
    private volatile String receipt;

    /** @param attempt 1, 2, …; what a worker does under an older attempt no longer counts */
    public record Ticket(long id, int attempt) {}

    GatedMessage(Session session, Ticket ticket, String messageId, Gate gate) {
        super(session);
        this.ticket = ticket;
        this.messageId = messageId;
        this.gate = gate;
    }

    public Ticket ticket() {
        return ticket;
    }

    /** True once the text began to leave: from then on only the server knows whether it has the mail. */
    public boolean hasPassedGate() {
        return passed;
    }

    /** The server's answer to the complete mail; null until it took it. */
    public String receipt() {
        return receipt;
    }

    void accepted(String serverReply) {
        this.receipt = serverReply;
    }

    /** Measuring or printing the message writes it too; only the transport's stream after DATA opens the gate. */
    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        if (out instanceof SMTPOutputStream) {
            if (passed) {
                throw new GateClosed("a message leaves once; compose it again");
            }
            try {
                gate.open();
            } catch (RuntimeException failure) {
                throw new GateClosed("the last look failed: " + failure.getMessage(), failure);
            }
            passed = true;
        }
        super.writeTo(out, ignoredHeaders);
    }

    /** The same over all attempts, so that a second copy can be recognised. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
