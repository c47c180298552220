package io.recoup.console.page;

import io.recoup.agency.AgencyDesk;
import io.recoup.calendar.BusinessDay;
import io.recoup.console.store.CreditorRows;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides about referrals and cases. */
@Controller
class AgencyCommands {

    private final AgencyDesk desk;
    private final CreditorRows creditors;
    private final BusinessDay day;
    private final Answer answer;

    AgencyCommands(AgencyDesk desk, CreditorRows creditors, BusinessDay day, Answer answer) {
        this.desk = desk;
        this.creditors = creditors;
        this.day = day;
        this.answer = answer;
    }

    @PostMapping("/referrals/{id}/approve")
    String approve(@PathVariable long id, Principal user, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.approve", () -> desk.approve(id, Answer.actor(user), today()));
    }

    @PostMapping("/referrals/{id}/decline")
    String decline(
            @PathVariable long id,
            @RequestParam String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.decline", () -> desk.decline(id, Answer.actor(user), reason));
    }

    @PostMapping("/cases/{id}/recall")
    String recall(
            @PathVariable long id,
            @RequestParam String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.recall", () -> desk.recall(id, Answer.actor(user), reason, today()));
    }

    /** The alert was read; what it warned of is done or needs nothing. */
    @PostMapping("/cases/{id}/seen")
    String seen(@PathVariable long id, Principal user, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.seen", () -> desk.dismissAlert(id, Answer.actor(user)));
    }

    private LocalDate today() {
        return day.today(creditors.creditor().zone());
    }
}
