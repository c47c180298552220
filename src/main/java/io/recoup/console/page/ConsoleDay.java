package io.recoup.console.page;

import io.recoup.calendar.BusinessDay;
import io.recoup.console.store.CreditorRows;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The creditor's business date. */
@Component
class ConsoleDay {

    private final BusinessDay day;
    private final CreditorRows creditors;

    ConsoleDay(BusinessDay day, CreditorRows creditors) {
        this.day = day;
        this.creditors = creditors;
    }

    LocalDate today() {
        return day.today(creditors.creditor().zone());
    }
}
