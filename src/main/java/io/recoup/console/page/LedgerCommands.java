package io.recoup.console.page;

import io.recoup.calendar.BusinessDay;
import io.recoup.console.store.CreditorRows;
import io.recoup.console.store.ReceiptRows;
import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.InvoiceEntry.HoldEntry;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.ReceiptId;
import io.recoup.receivables.RefusedEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
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
    private final ReceiptRows receipts;
    private final CreditorRows creditors;
    private final BusinessDay day;
    private final Answer answer;

    LedgerCommands(Ledger ledger, ReceiptRows receipts, CreditorRows creditors, BusinessDay day, Answer answer) {
        this.ledger = ledger;
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
        return answer.to(request, redirect, "done.undo", () -> ledger.undo(id, cause(user, reason), today()));
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
                () -> ledger.allocate(new ReceiptId(id), parts(form, currency), cause(user, reason), today()));
    }

    private static List<Ledger.Part> parts(MultiValueMap<String, String> form, Currency currency) {
        // not as list parameters: Spring would split a single 1250,50 at its comma
        List<String> items = form.getOrDefault("item", List.of());
        List<String> amounts = form.getOrDefault("amount", List.of());
        List<Ledger.Part> parts = new ArrayList<>();
        for (int n = 0; n < Math.min(items.size(), amounts.size()); n++) {
            if (!amounts.get(n).isBlank()) {
                Money amount = Formats.typed(amounts.get(n), currency);
                if (amount.isPositive()) {
                    parts.add(new Ledger.Part(new ItemId(Long.parseLong(items.get(n))), amount));
                }
            }
        }
        if (parts.isEmpty()) {
            throw new RefusedEntry("no amount was given: enter one beside at least one item");
        }
        return parts;
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
                        new HoldEntry(kind, until.isBlank() ? null : LocalDate.parse(until), blankToNull(reason)),
                        Answer.actor(user)));
    }

    @PostMapping("/holds/{id}/release")
    String release(@PathVariable long id, Principal user, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.release", () -> ledger.release(id, Answer.actor(user)));
    }

    private LocalDate today() {
        return day.today(creditors.creditor().zone());
    }

    private static Cause cause(Principal user, String reason) {
        return Cause.user(Answer.actor(user), blankToNull(reason));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
