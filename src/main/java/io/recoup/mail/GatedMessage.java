package io.recoup.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;

/** A mail whose text passes a gate when, and only when, an SMTP server has said that it takes it now. */
public final class GatedMessage extends MimeMessage {

    private final Ticket ticket;
    private final String messageId;
    private final Gate gate;
    private volatile boolean passed;
    private volatile String receipt;
    private final List<LostCopy> lostCopies = new CopyOnWriteArrayList<>();

    /** A copy that nobody gets, though the letter itself may. @param reason in the server's or our words */
    public record LostCopy(String address, String reason) {}

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

    /** The copies that did not leave; empty when all did or there were none. */
    public List<LostCopy> lostCopies() {
        return List.copyOf(lostCopies);
    }

    /** The server's answer and what became of copies; null until it took the mail. */
    public String report() {
        if (receipt == null || lostCopies.isEmpty()) {
            return receipt;
        }
        StringBuilder all = new StringBuilder(receipt);
        lostCopies.forEach(lost ->
                all.append("; no copy to ").append(lost.address()).append(": ").append(lost.reason()));
        return all.toString();
    }

    void loseCopy(LostCopy lost) {
        lostCopies.add(lost);
    }

    boolean isCopy(Address address) {
        try {
            Address[] copies = getRecipients(RecipientType.CC);
            return copies != null && List.of(copies).contains(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The letter goes on without this copy, and does not claim that it was sent. */
    void loseCopy(Address copy, String reason) throws MessagingException {
        List<Address> others = Stream.of(getRecipients(RecipientType.CC))
                .filter(other -> !other.equals(copy))
                .toList();
        setRecipients(RecipientType.CC, others.isEmpty() ? null : others.toArray(Address[]::new));
        loseCopy(new LostCopy(((InternetAddress) copy).getAddress(), reason));
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
