package io.recoup.dunning.route;

import io.recoup.dunning.Policies;
import io.recoup.dunning.desk.DunningDesk;
import io.recoup.dunning.desk.DunningSettings;
import io.recoup.dunning.desk.SendingDesk;
import io.recoup.dunning.policy.NoPolicy;
import io.recoup.dunning.store.Claim;
import io.recoup.mail.GatedMessage;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

@Component
@EnableConfigurationProperties(DunningSettings.class)
class DunningRoutes extends RouteBuilder {

    /** What the bank brought is looked at before anybody is reminded; if that fails, nobody is. */
    private static final String BANK_FIRST = "direct:reconcile?failIfNoConsumers=false";

    private final DunningDesk dunning;
    private final SendingDesk sending;
    private final DunningSettings settings;
    private final Policies policies;

    DunningRoutes(DunningDesk dunning, SendingDesk sending, DunningSettings settings, Policies policies) {
        this.dunning = dunning;
        this.sending = sending;
        this.settings = settings;
        this.policies = policies;
    }

    @Override
    public void configure() {
        if (!settings.planCron().equals("-")) {
            from(timer("dunning-plan", settings.planCron()) + "&trigger.timeZone=" + zone())
                    .routeId("dunning-plan-timer")
                    .to("direct:dunning-plan");
        }

        from("direct:dunning-plan")
                .routeId("dunning-plan")
                .routeDescription("Decide about every open item, once per business date")
                .to(BANK_FIRST)
                .process(tick -> dunning.planUnlessDone());

        if (!settings.sendCron().equals("-")) {
            from(timer("dunning-send", settings.sendCron()))
                    .routeId("dunning-send-timer")
                    .to("direct:dunning-send-all");
        }

        from("direct:dunning-send-all")
                .routeId("dunning-send-all")
                .routeDescription("Send until nothing is due")
                .to(BANK_FIRST)
                .loopDoWhile(exchange -> !(exchange.getMessage().getBody() instanceof List<?> sent && sent.isEmpty()))
                .to("direct:dunning-send")
                .end();

        from("direct:dunning-send")
                .routeId("dunning-send")
                .routeDescription("Claim some letters that are due and send each")
                .setBody(tick -> sending.claim())
                .split(body())
                .to("direct:dunning-notice");

        from("direct:dunning-notice")
                .routeId("dunning-notice")
                .routeDescription("Compose one letter, send it, note what became of it")
                .transform()
                .body(Claim.class, claim -> sending.compose(claim).orElse(null))
                .filter(body().isNotNull())
                .doTry()
                .to("direct:mail-send")
                .process(sent -> sending.accepted(sent.getMessage().getBody(GatedMessage.class)))
                .doCatch(Exception.class)
                .process(failed -> sending.failed(
                        failed.getMessage().getBody(GatedMessage.class),
                        failed.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)))
                .end();
    }

    /** The creditor's as the policy states it now; a policy that moves to another zone is followed at the next start. */
    private ZoneId zone() {
        try {
            return policies.current().zone();
        } catch (NoPolicy none) {
            return ZoneOffset.UTC;
        }
    }

    private static String timer(String name, String cron) {
        return "quartz:recoup/" + name + "?stateful=true&cron=" + cron.replace(' ', '+');
    }
}
