package io.recoup.dunning.route;

import io.recoup.dunning.Dunning;
import io.recoup.dunning.desk.DunningDesk;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** The same routes that the timers trigger, for a caller who waits for the end. */
@Component
class RoutedDunning implements Dunning {

    private final DunningDesk desk;
    private final ProducerTemplate camel;

    RoutedDunning(DunningDesk desk, ProducerTemplate camel) {
        this.desk = desk;
        this.camel = camel;
    }

    @Override
    public RunReport plan(LocalDate today) {
        return desk.plan(today);
    }

    @Override
    public int sendDue() {
        int tried = 0;
        for (List<?> claims = pass(); !claims.isEmpty(); claims = pass()) {
            tried += claims.size();
        }
        return tried;
    }

    private List<?> pass() {
        return camel.requestBody("direct:dunning-send", null, List.class);
    }
}
