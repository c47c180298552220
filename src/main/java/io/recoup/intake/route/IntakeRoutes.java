package io.recoup.intake.route;

import io.recoup.intake.Inbox;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A delivery whose reader was killed is safe in the inbox and read again: at the start, and at every tick of
 * {@code recoup.intake.recover-cron}. One that somebody reads just now is left alone.
 */
@Component
class IntakeRoutes extends RouteBuilder {

    private final Inbox inbox;
    private final String cron;

    /** @param cron a Quartz cron; {@code -} for no timer */
    IntakeRoutes(Inbox inbox, @Value("${recoup.intake.recover-cron:0 0/5 * * * ?}") String cron) {
        this.inbox = inbox;
        this.cron = cron;
    }

    @Override
    public void configure() {
        from("timer:intake-recover-at-start?repeatCount=1&delay=0")
                .routeId("intake-recover-at-start")
                .to("direct:intake-recover");

        if (!cron.equals("-")) {
            from("quartz:recoup/intake-recover?stateful=true&cron=" + cron.replace(' ', '+'))
                    .routeId("intake-recover-timer")
                    .to("direct:intake-recover");
        }

        from("direct:intake-recover")
                .routeId("intake-recover")
                .routeDescription("Read deliveries that were stored and never read to their end")
                .setBody(tick -> inbox.recoverStored())
                .filter(body().isGreaterThan(0))
                .log("${body} stored deliveries were read to their end");
    }
}
