package io.recoup.console.page;

import io.recoup.calendar.BusinessDay;
import io.recoup.console.store.CaseRows;
import io.recoup.console.store.CreditorRows;
import io.recoup.console.store.DebtorRows;
import io.recoup.console.store.NoticeRows;
import io.recoup.console.store.TimelineRows;
import io.recoup.followup.ContactLog;
import io.recoup.receivables.DebtorId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All about one debtor. */
@Controller
class DebtorPage {

    private static final int EVENTS = 60;
    private static final int TASKS = 20;
    private static final int LOGGED = 10;

    private final DebtorRows debtors;
    private final NoticeRows notices;
    private final CaseRows cases;
    private final Explanations explanations;
    private final TimelineRows timeline;
    private final TaskLines tasks;
    private final ContactLog contactLog;
    private final CreditorRows creditors;
    private final BusinessDay day;

    DebtorPage(
            DebtorRows debtors,
            NoticeRows notices,
            CaseRows cases,
            Explanations explanations,
            TimelineRows timeline,
            TaskLines tasks,
            ContactLog contactLog,
            CreditorRows creditors,
            BusinessDay day) {
        this.debtors = debtors;
        this.notices = notices;
        this.cases = cases;
        this.explanations = explanations;
        this.timeline = timeline;
        this.tasks = tasks;
        this.contactLog = contactLog;
        this.creditors = creditors;
        this.day = day;
    }

    /**
     * @param back the list to return to once a contact is entered; absent = this page
     * @param log present = the form for a contact is unfolded
     */
    @GetMapping("/debtors/{id}")
    String debtor(
            @PathVariable long id,
            @RequestParam(required = false) String back,
            @RequestParam(required = false) String log,
            Model model) {
        DebtorRows.Debtor debtor =
                debtors.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        LocalDate today = day.today(creditors.creditor().zone());
        List<DebtorRows.Item> items = debtors.openItems(id);
        model.addAttribute("debtor", debtor);
        model.addAttribute("today", today);
        model.addAttribute("contacts", debtors.contacts(id));
        model.addAttribute("balances", debtors.balances(id));
        model.addAttribute("items", items);
        model.addAttribute("explanations", explanations.of(items, id, today));
        explanations.standing(id, today).ifPresent(standing -> {
            model.addAttribute("standing", standing);
            model.addAttribute("limits", LimitWords.of(standing.limits()));
        });
        model.addAttribute("charged", notices.charged(id));
        model.addAttribute("holds", debtors.holds(id));
        model.addAttribute("receipts", debtors.receipts(id));
        model.addAttribute("notices", notices.ofDebtor(id));
        model.addAttribute("cases", cases.ofDebtor(id));
        model.addAttribute("tasks", tasks.ofDebtor(id, TASKS));
        model.addAttribute("log", contactLog.ofDebtor(new DebtorId(id), LOGGED));
        model.addAttribute("logging", log != null);
        model.addAttribute("list", back == null ? null : Answer.back(back));
        model.addAttribute("once", Typed.once());
        model.addAttribute("events", timeline.latest(id, EVENTS));
        return "debtor";
    }
}
