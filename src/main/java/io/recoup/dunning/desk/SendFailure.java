package io.recoup.dunning.desk;

import io.recoup.mail.GatedMessage;
import io.recoup.mail.Undelivered;
import io.recoup.mail.Undelivered.Verdict;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;

/** What a failed attempt means. @param address the one it was sent to; @param reply in the server's or our words */
record SendFailure(Verdict verdict, String reply, String address) {

    static SendFailure of(Exception failure, GatedMessage message) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Undelivered undelivered) {
                return new SendFailure(undelivered.verdict(), undelivered.getMessage(), address(message));
            }
        }
        return new SendFailure(
                message.hasPassedGate() ? Verdict.UNKNOWN : Verdict.LATER, String.valueOf(failure), address(message));
    }

    private static String address(GatedMessage message) {
        try {
            return ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
