package io.recoup.console.page;

import io.recoup.calendar.BusinessDay;
import io.recoup.console.store.CaseRows;
import io.recoup.console.store.CreditorRows;
import io.recoup.console.store.DebtorRows;
import io.recoup.console.store.TimelineRows;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** All about one debtor. */
@Controller
class DebtorPage {

    private static final int EVENTS = 60;

    private final DebtorRows debtors;
    private final CaseRows cases;
    private final TimelineRows timeline;
    private final CreditorRows creditors;
    private final BusinessDay day;

    DebtorPage(DebtorRows debtors, CaseRows cases, TimelineRows timeline, CreditorRows creditors, BusinessDay day) {
        this.debtors = debtors;
        this.cases = cases;
        this.timeline = timeline;
        this.creditors = creditors;
        this.day = day;
    }

    @GetMapping("/debtors/{id}")
    String debtor(@PathVariable long id, Model model) {
        DebtorRows.Debtor debtor =
                debtors.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("debtor", debtor);
        model.addAttribute("today", day.today(creditors.creditor().zone()));
        model.addAttribute("contacts", debtors.contacts(id));
        model.addAttribute("balances", debtors.balances(id));
        model.addAttribute("items", debtors.openItems(id));
        model.addAttribute("holds", debtors.holds(id));
        model.addAttribute("receipts", debtors.receipts(id));
        model.addAttribute("cases", cases.ofDebtor(id));
        model.addAttribute("events", timeline.latest(id, EVENTS));
        return "debtor";
    }
}
