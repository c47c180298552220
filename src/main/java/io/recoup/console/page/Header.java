package io.recoup.console.page;

import io.recoup.calendar.BusinessDay;
import io.recoup.console.DemoControls;
import io.recoup.console.store.CreditorRows;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows above its own content. */
@ControllerAdvice(basePackageClasses = Header.class)
class Header {

    private final CreditorRows creditors;
    private final BusinessDay day;
    private final ObjectProvider<DemoControls> demo;

    Header(CreditorRows creditors, BusinessDay day, ObjectProvider<DemoControls> demo) {
        this.creditors = creditors;
        this.day = day;
        this.demo = demo;
    }

    /** @param links of the demo; empty where there is none */
    record Shown(String creditor, LocalDate businessDate, boolean demo, List<DemoControls.Link> links) {}

    @ModelAttribute("header")
    Shown header(HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null) {
            return null; // a section alone has no header
        }
        CreditorRows.Creditor creditor = creditors.creditor();
        DemoControls controls = demo.getIfAvailable();
        return new Shown(
                creditor.name(),
                day.today(creditor.zone()),
                controls != null,
                controls == null ? List.of() : controls.links());
    }

    /** Where a form that is not part of a section leads back to. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
