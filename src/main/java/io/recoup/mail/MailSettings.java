package io.recoup.mail;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters leave: {@code recoup.mail.*}.
 *
 * @param host SMTP server; default {@code localhost}
 * @param port SMTP port; default 25
 * @param security {@code NONE}, {@code STARTTLS} (required, not merely tried) or {@code TLS} (from the first byte);
 *     default {@code NONE}, which only suits a relay on the same machine
 * @param username empty = no authentication
 * @param password taken from the environment or a mounted file, never from a route file
 * @param connectTimeout to open a connection; default 10 s
 * @param readTimeout for each answer and each write, of the final dot too; default 60 s
 * @param perConnection letters after which a connection is closed and a new one opened; default 100
 * @param idle after which an unused connection is closed; default 30 s
 * @param bounceAddress envelope sender, where bounces go; empty = the letter's own sender
 * @param templates folder with one folder per language; default {@code routes/templates}
 */
@ConfigurationProperties("recoup.mail")
public record MailSettings(
        @DefaultValue("localhost") String host,
        @DefaultValue("25") int port,
        @DefaultValue("NONE") Security security,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("100") int perConnection,
        @DefaultValue("30s") Duration idle,
        @DefaultValue("") String bounceAddress,
        @DefaultValue("routes/templates") Path templates) {

    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /** Settings print themselves in start-up reports; a password does not belong there. */
    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + ", security=" + security + "]";
    }
}
