package io.recoup.demo;

import io.recoup.demo.store.DemoCalendar;
import io.recoup.demo.store.DemoRecord;
import io.recoup.demo.store.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What a newcomer reads when the demo has played to its end state: what happened and where to look. */
@Component
@Profile("demo")
class DemoSummary {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSummary.class);

    private final DemoCalendar calendar;
    private final DemoRecord happened;
    private final Mailbox mailbox;
    private final DemoSettings settings;
    private final ApplicationContext context;

    DemoSummary(
            DemoCalendar calendar,
            DemoRecord happened,
            Mailbox mailbox,
            DemoSettings settings,
            ApplicationContext context) {
        this.calendar = calendar;
        this.happened = happened;
        this.mailbox = mailbox;
        this.settings = settings;
        this.context = context;
    }

    /** Printed at every start that finds nothing left to play, and at the end of the first play: once a process. */
    void printOnce() {
        if (!printed) {
            printed = true;
            LOG.info(text());
        }
    }

    private boolean printed;

    String text() {
        String base = "http://127.0.0.1:" + port();
        return """

                The demo stands on %s. So far: %d payments matched, %d wait for a person, %d reminders in the mailbox,
                %d settlements told to the ERP.
                  console   %s/
                  mailbox   %s/demo/mailbox   or by IMAP: 127.0.0.1:%d, user demo, password demo
                  agency    %s/demo/agency
                  ERP       %s
                Move the date in the console or with: java -jar target/recoup.jar demo advance --days 7
                """.formatted(
                        calendar.current(),
                        happened.receiptsMatched(),
                        happened.receiptsWaiting(),
                        mailbox.count(),
                        happened.writeBacksDone(),
                        base,
                        base,
                        settings.imapPort(),
                        base,
                        settings.outbox().toAbsolutePath());
    }

    private int port() {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 8080;
    }
}
