package io.recoup.agency.route;

import io.recoup.agency.AgencySettings;
import io.recoup.agency.FactDesk;
import io.recoup.calendar.BusinessDay;
import java.time.LocalDate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Facts are worked off at every tick of {@code recoup.agency.react-cron}, by default each minute; those that were set
 * aside are tried again at every tick of {@code recoup.agency.replay-cron}, by default each hour. A cron of {@code -}
 * means no timer.
 */
@Component
class AgencyRoutes extends RouteBuilder {

    private final FactDesk facts;
    private final AgencySettings settings;
    private final BusinessDay day;
    private final String cron;
    private final String replayCron;

    AgencyRoutes(
            FactDesk facts,
            AgencySettings settings,
            BusinessDay day,
            @Value("${recoup.agency.react-cron:20 * * * * ?}") String cron,
            @Value("${recoup.agency.replay-cron:0 17 * * * ?}") String replayCron) {
        this.facts = facts;
        this.settings = settings;
        this.day = day;
        this.cron = cron;
        this.replayCron = replayCron;
    }

    @Override
    public void configure() {
        timer("agency-react", cron);
        timer("agency-replay", replayCron);

        from("direct:agency-react")
                .routeId("agency-react")
                .routeDescription("Refer what dunning exhausted, and tell agencies what was paid")
                .setBody(trigger -> day.today(settings.zone()))
                .process()
                .body(LocalDate.class, facts::react);

        from("direct:agency-replay")
                .routeId("agency-replay")
                .routeDescription("Try the facts again that could not be worked off")
                .setBody(trigger -> day.today(settings.zone()))
                .process()
                .body(LocalDate.class, facts::replayAll);
    }

    private void timer(String route, String cron) {
        if (!cron.equals("-")) {
            from("quartz:recoup/" + route + "?stateful=true&cron=" + cron.replace(' ', '+'))
                    .routeId(route + "-timer")
                    .to("direct:" + route);
        }
    }
}
