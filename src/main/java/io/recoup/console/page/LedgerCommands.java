package io.recoup.console.page;

import io.recoup.calendar.BusinessDay;
import io.recoup.console.store.CreditorRows;
import io.recoup.console.store.ReceiptRows;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.InvoiceEntry.HoldEntry;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.ReviewDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The collector's own postings and holds. */
@Controller
class LedgerCommands {

    private final Ledger ledger;
    private final ReviewDesk reviews;
    private final ReceiptRows receipts;
    private final CreditorRows creditors;
    private final BusinessDay day;
    private final Answer answer;

    LedgerCommands(
            Ledger ledger,
            ReviewDesk reviews,
            ReceiptRows receipts,
            CreditorRows creditors,
            BusinessDay day,
            Answer answer) {
        this.ledger = ledger;
        this.reviews = reviews;
        this.receipts = receipts;
        this.creditors = creditors;
        this.day = day;
        this.answer = answer;
    }

    @PostMapping("/postings/{id}/undo")
    String undo(
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request,
                redirect,
                "done.undo",
                () -> reviews.undoPosting(id, Answer.actor(user), blankToNull(reason), today()));
    }

    /** @param form fields {@code item} and beside each an {@code amount} as typed; an empty one leaves its item alone */
    @PostMapping("/receipts/{id}/allocate")
    String allocate(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Currency currency = receipts.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .amount()
                .currency();
        return answer.to(
                request,
                redirect,
                "done.allocate",
                () -> reviews.choose(
                        new ReceiptId(id),
                        ChosenParts.of(form, currency),
                        Answer.actor(user),
                        blankToNull(reason),
                        today()));
    }

    /** @param until last day of the hold, as the browser's date field sends it; empty = until released */
    @PostMapping("/debtors/{id}/holds")
    String hold(
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam(required = false) Long item,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request,
                redirect,
                "done.hold",
                () -> ledger.hold(
                        new DebtorId(id),
                        item == null ? null : new ItemId(item),
                        new HoldEntry(kind, Typed.day(until), blankToNull(reason)),
                        Answer.actor(user)));
    }

    @PostMapping("/holds/{id}/release")
    String release(@PathVariable long id, Principal user, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.release", () -> ledger.release(id, Answer.actor(user)));
    }

    private LocalDate today() {
        return day.today(creditors.creditor().zone());
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
