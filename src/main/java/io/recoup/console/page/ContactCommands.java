package io.recoup.console.page;

import io.recoup.console.store.DebtorRows;
import io.recoup.followup.ContactKind;
import io.recoup.followup.ContactLog;
import io.recoup.followup.ContactOutcome;
import io.recoup.followup.NewContact;
import io.recoup.followup.PromiseToPay;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enters calls, visits and notes. */
@Controller
class ContactCommands {

    private final ContactLog log;
    private final DebtorRows debtors;
    private final ConsoleDay day;
    private final Answer answer;

    ContactCommands(ContactLog log, DebtorRows debtors, ConsoleDay day, Answer answer) {
        this.log = log;
        this.debtors = debtors;
        this.day = day;
        this.answer = answer;
    }

    /**
     * @param nextOn day of the next action; empty = none
     * @param promisedOn last day of the promise; empty = none
     * @param amount promised, as typed; empty = all that is due
     * @param currency of that amount
     */
    @PostMapping("/debtors/{id}/contacts")
    String record(
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "") String nextOn,
            @RequestParam(defaultValue = "") String promisedOn,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String once,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (debtors.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer.to(request, redirect, "done.contact", () -> {
            NewContact contact = new NewContact(
                    Typed.key(once, id, kind, outcome, remark, nextOn, promisedOn, amount, currency),
                    new DebtorId(id),
                    day.today(),
                    ContactKind.of(kind),
                    ContactOutcome.of(outcome),
                    Answer.actor(user),
                    Typed.text(remark),
                    Typed.day(nextOn),
                    promise(Typed.day(promisedOn), Typed.text(amount), currency));
            log.record(contact);
        });
    }

    private static PromiseToPay promise(LocalDate until, String amount, String currency) {
        if (until == null && amount == null) {
            return null;
        }
        return new PromiseToPay(until, amount == null ? null : Formats.typed(amount, Money.currencyOf(currency)));
    }
}
