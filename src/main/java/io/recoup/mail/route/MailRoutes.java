package io.recoup.mail.route;

import io.recoup.mail.MailSettings;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** {@code direct:mail-send} takes a sealed letter; a failure reaches the caller as {@code Undelivered}. */
@Component
class MailRoutes extends RouteBuilder {

    static final String SENDER = "recoup-mail-sender";

    private final MailSettings settings;

    MailRoutes(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:mail-send")
                .routeId("mail-send")
                .routeDescription("Hand one letter to the SMTP server")
                .removeHeaders("*")
                .to("smtp://" + settings.host() + ":" + settings.port() + "?javaMailSender=#" + SENDER);
    }
}
