package io.recoup.demo.agency;

import io.recoup.calendar.BusinessDay;
import io.recoup.demo.agency.store.AgencyBook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The demo agency's desk, for the curious: what it has, and how it stands. */
@RestController
@Profile("demo")
class DemoAgencyPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Demo agency</title></head>
            <body><h1>Demo agency</h1>
            <p>Another company's system, in this process for the demo. Business date: %s.</p>
            <table border="1" cellpadding="4"><thead><tr><th>Case</th><th>Client's number</th><th>Debtor</th>
            <th>Handed over</th><th>Outstanding</th><th>Received</th><th>Status</th><th>Payments</th></tr></thead>
            <tbody>%s</tbody></table></body></html>
            """;

    private final AgencyBook book;
    private final BusinessDay day;

    DemoAgencyPage(AgencyBook book, BusinessDay day) {
        this.book = book;
        this.day = day;
    }

    @GetMapping(
            path = {"/demo/agency", "/demo-agency", "/demo-agency/"},
            produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String cases() {
        LocalDate today = day.today(ZoneOffset.UTC);
        String rows = book.all(today).stream().map(one -> row(one, today)).collect(Collectors.joining("\n"));
        return PAGE.formatted(today, rows);
    }

    private static String row(AgencyCase one, LocalDate today) {
        String payments = one.payments().stream()
                .map(payment -> payment.on() + " " + payment.amount() + " to " + payment.to())
                .collect(Collectors.joining(", "));
        return "<tr>" + cell(one.id()) + cell(one.reference()) + cell(one.debtor()) + cell(one.amount())
                + cell(one.outstanding()) + cell(one.receivedOn()) + cell(one.status(today)) + cell(payments) + "</tr>";
    }

    private static String cell(Object value) {
        return "<td>" + HtmlUtils.htmlEscape(value.toString()) + "</td>";
    }
}
