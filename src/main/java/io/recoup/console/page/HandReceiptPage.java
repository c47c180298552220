package io.recoup.console.page;

import io.recoup.console.page.RefusedForm.Why;
import io.recoup.console.store.DebtorRows;
import io.recoup.console.store.SearchRows;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.HandReceipt;
import io.recoup.reconciliation.ReviewDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Money that a person enters, and what becomes of a cheque or of a debit that comes back. */
@Controller
class HandReceiptPage {

    private static final int HITS = 20;

    private final ReviewDesk reviews;
    private final DebtorRows debtors;
    private final SearchRows search;
    private final ConsoleDay day;
    private final Answer answer;

    HandReceiptPage(ReviewDesk reviews, DebtorRows debtors, SearchRows search, ConsoleDay day, Answer answer) {
        this.reviews = reviews;
        this.debtors = debtors;
        this.search = search;
        this.day = day;
        this.answer = answer;
    }

    /** @param chosen the debtor; absent = to be searched for */
    @GetMapping("/receipts/new")
    String page(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "debtor", required = false) Long chosen,
            Model model) {
        model.addAttribute("words", words);
        model.addAttribute("found", words.isBlank() ? List.of() : search.debtors(words.strip(), HITS));
        if (chosen != null) {
            List<DebtorRows.Item> items = debtors.openItems(chosen).stream()
                    .filter(item -> !item.kind().equals("credit_note"))
                    .toList();
            model.addAttribute("debtor", debtors.find(chosen).orElse(null));
            model.addAttribute("items", items);
            model.addAttribute(
                    "currency", items.isEmpty() ? "" : items.get(0).open().currencyCode());
            model.addAttribute("today", day.today());
            model.addAttribute("once", Typed.once());
        }
        return "receipt-new";
    }

    /** @param form {@code how} says whether the amounts beside the items count, or the oldest are paid first */
    @PostMapping("/receipts")
    String enter(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam long debtor,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        List<ReceiptId> entered = new ArrayList<>();
        String to = answer.to(
                request,
                redirect,
                "done.hand.enter",
                () -> entered.add(reviews.enter(typed(form, debtor), Answer.actor(user), day.today())));
        redirect.addFlashAttribute("typed", form.toSingleValueMap());
        return entered.isEmpty() ? to : "redirect:/receipts/" + entered.get(0).value();
    }

    private HandReceipt typed(MultiValueMap<String, String> form, long debtor) {
        String means = form.getFirst("means");
        String sum = Typed.text(form.getFirst("sum"));
        LocalDate on = Typed.day(form.getFirst("on"));
        if (means == null || sum == null || on == null) {
            throw new RefusedForm(Why.RECEIPT_FIELDS);
        }
        if (on.isAfter(day.today())) {
            throw new RefusedForm(Why.AFTER_TODAY, on);
        }
        Money amount = Formats.typed(sum, Money.currencyOf(form.getFirst("currency")));
        List<Part> parts =
                "chosen".equals(form.getFirst("how")) ? ChosenParts.of(form, amount.currency()) : List.<Part>of();
        String note = Typed.text(form.getFirst("note"));
        String key = Typed.key(form.getFirst("once"), means, debtor, amount, on, parts, note);
        return new HandReceipt(key, means, new DebtorId(debtor), amount, on, parts, note);
    }

    @PostMapping("/receipts/{id}/clear")
    String clear(@PathVariable long id, Principal user, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(
                request,
                redirect,
                "done.cheque.clear",
                () -> reviews.clear(new ReceiptId(id), Answer.actor(user), day.today()));
    }

    @PostMapping("/receipts/{id}/bounce")
    String bounce(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.cheque.bounce", () -> {
            String why = Typed.text(reason);
            if (why == null) {
                throw new RefusedForm(Why.SAY_WHY_BACK);
            }
            reviews.bounce(new ReceiptId(id), Answer.actor(user), why, day.today());
        });
    }
}
