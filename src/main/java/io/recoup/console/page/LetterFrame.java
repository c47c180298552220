package io.recoup.console.page;

import io.recoup.dunning.Runs;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.policy.NoPolicy;
import io.recoup.mail.BrokenFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A letter alone, for the frame that shows it. */
final class LetterFrame {

    /** A letter brings its own styles; it may load nothing, run nothing and lead nowhere. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";

    private LetterFrame() {}

    /** A template with a fault, a file that is missing, or a phrase that a pack forbids is why it would not leave. */
    static Runs.Preview preview(Runs runs, long id) {
        try {
            return runs.preview(id);
        } catch (BrokenFile | NoPolicy | IllegalArgumentException unwritable) {
            return new Runs.Preview(null, null, null, null, List.of(), List.of(), Reason.of(unwritable.getMessage()));
        }
    }

    /** @param html null = the text is shown */
    static ResponseEntity<byte[]> of(String html, String text) {
        MediaType type = html != null ? MediaType.TEXT_HTML : MediaType.TEXT_PLAIN;
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .body((html != null ? html : text).getBytes(StandardCharsets.UTF_8));
    }
}
