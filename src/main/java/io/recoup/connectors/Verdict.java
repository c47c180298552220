package io.recoup.connectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.recoup.outbox.Failure;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * What an exception of a route says about the other side. What we cannot place is {@link Failure#UNCERTAIN}: it is the
 * only answer that never leads to doing something twice.
 *
 * @param message for people and for the task's history; one line, at most some hundred characters
 */
record Verdict(Failure failure, String message) {

    private static final int LONGEST_MESSAGE = 500;

    Verdict {
        message = oneLine(message);
    }

    static Verdict on(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            Verdict verdict = onOne(cause);
            if (verdict != null) {
                return verdict;
            }
        }
        return new Verdict(Failure.UNCERTAIN, thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
    }

    private static Verdict onOne(Throwable cause) {
        if (cause instanceof HttpOperationFailedException answer) {
            return new Verdict(byStatus(answer.getStatusCode()), describe(answer));
        }
        if (cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException
                || cause instanceof SSLPeerUnverifiedException) {
            return new Verdict(Failure.UNREACHABLE, cause.getClass().getSimpleName() + ": " + cause.getMessage());
        }
        if (cause instanceof JsonProcessingException notJson) {
            return new Verdict(Failure.MALFORMED, "the answer is not JSON: " + notJson.getOriginalMessage());
        }
        if (cause instanceof Bodies.AnswerNotUnderstood) {
            return new Verdict(Failure.MALFORMED, cause.getMessage());
        }
        return null;
    }

    static Failure byStatus(int status) {
        return switch (status) {
            case 401, 403, 407 -> Failure.UNAUTHORISED;
            case 429 -> Failure.THROTTLED;
            case 408, 425 -> Failure.UNCERTAIN;
            default -> {
                if (status >= 500) {
                    yield Failure.UNCERTAIN;
                }
                // a redirect is not followed, and 1xx or 2xx outside the accepted range are no answer we know
                yield status >= 400 ? Failure.REFUSED : Failure.MALFORMED;
            }
        };
    }

    /** The address is left out: it may carry credentials. */
    private static String describe(HttpOperationFailedException answer) {
        StringBuilder text = new StringBuilder("HTTP ").append(answer.getStatusCode());
        if (answer.getResponseHeaders() != null && (answer.getStatusCode() == 429 || answer.getStatusCode() == 503)) {
            answer.getResponseHeaders().forEach((name, value) -> {
                if (name.equalsIgnoreCase("Retry-After")) {
                    text.append(", Retry-After: ").append(value);
                }
            });
        }
        if (answer.getResponseBody() != null && !answer.getResponseBody().isBlank()) {
            text.append(": ").append(answer.getResponseBody());
        }
        return text.toString();
    }

    private static String oneLine(String text) {
        String line = String.valueOf(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
    }
}
