package io.recoup.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** A letter for which no server took responsibility, or perhaps not; says which. */
public class Undelivered extends MessagingException {

    private static final long serialVersionUID = 1L;

    private final Verdict verdict;

    public enum Verdict {
        /** Certainly not sent; may work later. */
        LATER,
        /** Certainly not sent; the server knows no such address. */
        ADDRESS_REFUSED,
        /** Certainly not sent; the server read the letter and refused it. */
        REFUSED,
        /** Certainly not sent; our own last look held it back. */
        HELD_BACK,
        /** The text left and no answer came: perhaps sent. */
        UNKNOWN
    }

    Undelivered(Verdict verdict, String message, Exception cause) {
        super(message, cause);
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }

    static Undelivered because(MessagingException failure, GatedMessage message) {
        Optional<GateClosed> closed = find(failure, GateClosed.class);
        if (closed.isPresent()) {
            return new Undelivered(Verdict.HELD_BACK, closed.get().getMessage(), failure);
        }
        Verdict verdict = message.hasPassedGate() ? afterTheText(failure) : beforeTheText(failure, message);
        return new Undelivered(verdict, replyIn(failure, message), failure);
    }

    /** Only an explicit refusal of the final dot is certain; a code of -1 means that the connection broke. */
    private static Verdict afterTheText(MessagingException failure) {
        int code = find(failure, SMTPSendFailedException.class)
                .map(SMTPSendFailedException::getReturnCode)
                .orElse(-1);
        return code >= 500 && code < 600
                ? Verdict.REFUSED
                : code >= 400 && code < 500 ? Verdict.LATER : Verdict.UNKNOWN;
    }

    /**
     * A 5xx answer to RCPT that speaks of the address condemns the address. One that speaks of us (blocked host, not
     * authenticated, policy: 5.7.x) does not: it would take every debtor's contact away.
     */
    private static Verdict beforeTheText(MessagingException failure, GatedMessage message) {
        return aboutTheReader(failure, message)
                .filter(refused -> condemns(refused.getReturnCode(), String.valueOf(refused.getMessage())))
                .map(refused -> Verdict.ADDRESS_REFUSED)
                .orElse(Verdict.LATER);
    }

    static boolean condemns(int code, String reply) {
        if (code < 500 || code > 599) {
            return false;
        }
        return reply.matches("(?s).*\\b5\\.\\d{1,3}\\.\\d{1,3}\\b.*")
                ? reply.matches("(?s).*\\b5\\.(1\\.\\d+|2\\.[01]|4\\.4|0\\.0)\\b.*")
                : code == 550 || code == 551 || code == 553;
    }

    private static String replyIn(MessagingException failure, GatedMessage message) {
        return aboutTheReader(failure, message)
                .map(Exception::getMessage)
                .orElseGet(() -> String.valueOf(failure.getMessage()))
                .strip();
    }

    /** The refusal of the one address that the letter is for; what was said of copies condemns nobody. */
    private static Optional<SMTPAddressFailedException> aboutTheReader(
            MessagingException failure, GatedMessage message) {
        return refusedAddresses(failure).stream()
                .filter(refused -> !message.isCopy(refused.getAddress()))
                .findFirst();
    }

    /** Every address that the server refused, in the order in which it was asked. */
    static List<SMTPAddressFailedException> refusedAddresses(MessagingException failure) {
        List<SMTPAddressFailedException> refused = new ArrayList<>();
        for (Exception next = failure; next != null; ) {
            if (next instanceof SMTPAddressFailedException address) {
                refused.add(address);
            }
            next = next instanceof MessagingException chained ? chained.getNextException() : null;
        }
        return refused;
    }

    /** Looks along both chains that Jakarta Mail builds: causes, and exceptions set "next" to each other. */
    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        if (failure == null) {
            return Optional.empty();
        }
        if (type.isInstance(failure)) {
            return Optional.of(type.cast(failure));
        }
        if (failure instanceof MessagingException chained && chained.getNextException() != null) {
            Optional<T> next = find(chained.getNextException(), type);
            if (next.isPresent()) {
                return next;
            }
        }
        return failure instanceof SendFailedException ? Optional.empty() : find(failure.getCause(), type);
    }
}
