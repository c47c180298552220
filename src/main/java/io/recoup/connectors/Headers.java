package io.recoup.connectors;

import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Headers steer Camel, so what another party wrote must not arrive as one. */
final class Headers {

    private static final int LONGEST_NAME = 200;

    private Headers() {}

    /** The last element of the file's name without control characters; null if there is none. */
    static String fileName(Message message) {
        String name = message.getHeader(Exchange.FILE_NAME, String.class);
        return name == null ? null : lastElement(name);
    }

    static String lastElement(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        String shown = last.isEmpty() || last.equals("..") || last.equals(".") ? "unnamed" : last;
        return shown.length() > LONGEST_NAME ? shown.substring(shown.length() - LONGEST_NAME) : shown;
    }

    /** Leaves the file's own headers, which the file component needs to move it, and nothing else. */
    static void stripBehindDoor(Exchange exchange) {
        Message message = exchange.getMessage();
        String name = fileName(message);
        boolean isPolledFile = exchange.getProperty(Exchange.FILE_EXCHANGE_FILE) != null;
        for (String header : List.copyOf(message.getHeaders().keySet())) {
            if (!isPolledFile || !header.startsWith("CamelFile")) {
                message.removeHeader(header);
            }
        }
        if (!isPolledFile && name != null) {
            message.setHeader(Exchange.FILE_NAME, name);
        }
    }

    /**
     * Removes everything that looks like a control header from a message of another party, but for the headers the
     * consumer itself sets.
     *
     * @param own prefix of those, e.g. {@code CamelMail}; null if there is none
     */
    static void stripControl(Message message, String own) {
        for (String header : List.copyOf(message.getHeaders().keySet())) {
            String lower = header.toLowerCase(Locale.ROOT);
            boolean steers = lower.startsWith("camel") || lower.startsWith("org.apache.camel");
            if (steers && (own == null || !header.startsWith(own))) {
                message.removeHeader(header);
            }
        }
        String name = message.getHeader(Exchange.FILE_NAME, String.class);
        if (name != null) {
            message.setHeader(Exchange.FILE_NAME, lastElement(name));
        }
    }
}
