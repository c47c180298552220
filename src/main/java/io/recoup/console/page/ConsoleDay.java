package io.recoup.console.page;

import io.recoup.calendar.BusinessDay;
import io.recoup.console.store.CreditorRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The creditor's business date. */
@Component
class ConsoleDay {

    private final BusinessDay day;
    private final CreditorRows creditors;
    private final Clock clock;

    ConsoleDay(BusinessDay day, CreditorRows creditors, Clock clock) {
        this.day = day;
        this.creditors = creditors;
        this.clock = clock;
    }

    LocalDate today() {
        return day.today(creditors.creditor().zone());
    }

    /** A moment of the clock as the business date counts it, which may have been moved. */
    Instant told(Instant at) {
        LocalDate date =
                LocalDate.ofInstant(clock.instant(), creditors.creditor().zone());
        return at.minus(ChronoUnit.DAYS.between(today(), date), ChronoUnit.DAYS);
    }
}
