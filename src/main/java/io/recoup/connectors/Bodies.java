package io.recoup.connectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/** Bodies as the doors want them: bytes in as a stream, answers out as text of a bounded size. */
final class Bodies {

    /** An answer about one case is a few kilobytes; more than this is not an answer. */
    static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    /** A file, stream, text or bytes as they are; lists and maps (of an {@code unmarshal}) as JSON. */
    static InputStream stream(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        if (body == null) {
            throw new IllegalArgumentException("the body is empty: nothing arrived at the door");
        }
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        if (body instanceof String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
        if (body instanceof Map<?, ?> || body instanceof Collection<?>) {
            return new ByteArrayInputStream(JSON.writeValueAsBytes(body));
        }
        InputStream stream = message.getBody(InputStream.class);
        if (stream == null) {
            throw new IllegalArgumentException("a door takes a file, a stream, text, bytes, or lists and maps; not "
                    + body.getClass().getName());
        }
        return stream;
    }

    /** The final body of a route as text; null if there is none. */
    static String answer(Exchange exchange) throws IOException {
        Object body = exchange.getMessage().getBody();
        if (body == null || body instanceof String) {
            return (String) body;
        }
        try (InputStream stream = stream(exchange)) {
            byte[] bytes = stream.readNBytes(LARGEST_ANSWER + 1);
            if (bytes.length > LARGEST_ANSWER) {
                throw new AnswerNotUnderstood("the answer is longer than " + LARGEST_ANSWER + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** @throws AnswerNotUnderstood unless the text is one JSON value */
    static void requireJson(String text) throws AnswerNotUnderstood {
        if (text == null || text.isBlank()) {
            throw new AnswerNotUnderstood("the answer is empty; the door wants JSON");
        }
        boolean isWhole;
        try (var parser = JSON.createParser(text)) {
            JSON.readTree(parser);
            isWhole = parser.nextToken() == null;
        } catch (IOException notJson) {
            throw new AnswerNotUnderstood("the answer is not JSON");
        }
        if (!isWhole) {
            throw new AnswerNotUnderstood("the answer has more behind its JSON");
        }
    }

    /** The other side answered something we cannot read. */
    static final class AnswerNotUnderstood extends IOException {

        private static final long serialVersionUID = 1L;

        AnswerNotUnderstood(String reason) {
            super(reason);
        }
    }
}
