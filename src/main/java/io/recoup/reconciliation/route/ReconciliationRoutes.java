package io.recoup.reconciliation.route;

import io.recoup.calendar.BusinessDay;
import io.recoup.receivables.Accounts;
import io.recoup.reconciliation.desk.ReconciliationDesk;
import java.time.LocalDate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

@Component
class ReconciliationRoutes extends RouteBuilder {

    private final ReconciliationDesk desk;
    private final BusinessDay businessDay;
    private final Accounts accounts;

    ReconciliationRoutes(ReconciliationDesk desk, BusinessDay businessDay, Accounts accounts) {
        this.desk = desk;
        this.businessDay = businessDay;
        this.accounts = accounts;
    }

    @Override
    public void configure() {
        from("quartz:recoup/reconcile?cron={{recoup.reconciliation.cron:0/10+*+*+*+*+?}}")
                .routeId("reconcile-timer")
                .to("direct:reconcile");

        from("direct:reconcile")
                .routeId("reconcile")
                .routeDescription("Take up what the bank brought and look again at what waits")
                .setBody(tick -> businessDay.today(accounts.zone()))
                .process()
                .body(LocalDate.class, desk::run);
    }
}
