package io.recoup.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last line of the start: where to look. */
@Component
class ConsoleAddress {

    private static final Logger log = LoggerFactory.getLogger(ConsoleAddress.class);

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String host = web.getEnvironment().getProperty("server.address", "localhost");
            String path = web.getEnvironment().getProperty("server.servlet.context-path", "");
            boolean secure = web.getEnvironment().containsProperty("server.ssl.bundle")
                    || web.getEnvironment().containsProperty("server.ssl.key-store");
            log.info(
                    "recoup is ready: {}://{}:{}{}/",
                    secure ? "https" : "http",
                    host,
                    web.getWebServer().getPort(),
                    path);
        }
    }
}
