package io.recoup.connectors;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What route files may use and how often they are looked at.
 *
 * @param components names of the Camel components that a route file may use; programs, scripts, SQL and SMTP stay
 *     refused even if they are listed
 * @param every time between two looks at the folder; an edited file is taken when two looks in a row see the same
 * @param secrets folder of mounted secrets: {@code {{secret:name}}} is the content of the file {@code name} in it
 */
@ConfigurationProperties("recoup.route-files")
public record RouteFileSettings(
        @DefaultValue({
            "recoup",
            "file",
            "http",
            "https",
            "timer",
            "quartz",
            "direct",
            "seda",
            "log",
            "imap",
            "imaps",
            "sftp",
            "ftps",
            "kafka",
            "jms",
            "activemq",
            "activemq6",
            "amqp",
            "recoup-sftp",
            "recoup-rest",
            "tryton",
            "odoo"
        })
        Set<String> components,

        @DefaultValue("1s") Duration every,
        @DefaultValue("/run/secrets") Path secrets) {

    public RouteFileSettings {
        components = Set.copyOf(components);
        if (every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("recoup.route-files.every must be above zero: " + every);
        }
    }
}
