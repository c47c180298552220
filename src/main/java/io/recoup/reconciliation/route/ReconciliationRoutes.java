package io.recoup.reconciliation.route;

import io.recoup.calendar.BusinessDay;
import io.recoup.receivables.Accounts;
import io.recoup.reconciliation.desk.ReconciliationDesk;
import io.recoup.reconciliation.desk.ReconciliationSettings;
import java.time.LocalDate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

@Component
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationRoutes extends RouteBuilder {

    private final ReconciliationDesk desk;
    private final BusinessDay businessDay;
    private final Accounts accounts;
    private final String cron;

    ReconciliationRoutes(
            ReconciliationDesk desk, BusinessDay businessDay, Accounts accounts, ReconciliationSettings settings) {
        this.desk = desk;
        this.businessDay = businessDay;
        this.accounts = accounts;
        this.cron = settings.cron();
    }

    @Override
    public void configure() {
        if (!cron.equals("-")) {
            from("quartz:recoup/reconcile?stateful=true&cron=" + cron.replace(' ', '+'))
                    .routeId("reconcile-timer")
                    .to("direct:reconcile");
        }

        from("direct:reconcile")
                .routeId("reconcile")
                .routeDescription("Take up what the bank brought and look again at what waits")
                .setBody(tick -> businessDay.today(accounts.zone()))
                .process()
                .body(LocalDate.class, desk::run);
    }
}
