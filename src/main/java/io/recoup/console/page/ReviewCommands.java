package io.recoup.console.page;

import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.Proposal;
import io.recoup.reconciliation.ReviewDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides about a payment: as proposed, otherwise, or not at all. */
@Controller
class ReviewCommands {

    private final ReviewDesk reviews;
    private final Accounts accounts;
    private final ConsoleDay day;
    private final Answer answer;

    ReviewCommands(ReviewDesk reviews, Accounts accounts, ConsoleDay day, Answer answer) {
        this.reviews = reviews;
        this.accounts = accounts;
        this.day = day;
        this.answer = answer;
    }

    /** @param decision the one that the page showed: only what a person has seen is booked */
    @PostMapping("/review/{id}/accept")
    String accept(
            @PathVariable long id,
            @RequestParam long decision,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return undoable(id, redirect, answer.to(request, redirect, "done.review.accept", () -> {
            Proposal.Best best = known(id).best();
            if (best == null || best.decision() != decision) {
                throw new RefusedForm(RefusedForm.Why.PROPOSAL_CHANGED);
            }
            reviews.accept(new ReceiptId(id), Answer.actor(user), day.today());
        }));
    }

    @PostMapping("/review/{id}/choose")
    String choose(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Proposal payment = known(id);
        String to = answer.to(
                request,
                redirect,
                "done.review.choose",
                () -> reviews.choose(
                        new ReceiptId(id), parts(form, payment), Answer.actor(user), Typed.text(reason), day.today()));
        // what was refused is mended where it was typed
        return isDone(redirect) ? undoable(id, redirect, to) : "redirect:/review/" + id;
    }

    private List<Part> parts(MultiValueMap<String, String> form, Proposal payment) {
        String total = Typed.text(form.getFirst("total"));
        if (total == null) {
            return Suggestion.of(payment)
                    .forgiving(
                            ChosenParts.of(form, payment.amount().currency()), form.getOrDefault("forgive", List.of()));
        }
        Money paid = Formats.typed(total, payment.amount().currency());
        if (paid.exceeds(payment.left())) {
            throw new RefusedForm(RefusedForm.Why.MORE_THAN_LEFT, payment.left(), paid);
        }
        return ChosenParts.dueFirst(accounts.items(ChosenParts.items(form)), paid);
    }

    @PostMapping("/receipts/{id}/undo")
    String undo(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request,
                redirect,
                "done.review.undo",
                () -> reviews.undo(new ReceiptId(id), Answer.actor(user), Typed.text(reason), day.today()));
    }

    private Proposal known(long id) {
        return reviews.proposal(new ReceiptId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String undoable(long id, RedirectAttributes redirect, String to) {
        if (isDone(redirect)) {
            redirect.addFlashAttribute("booked", id);
        }
        return to;
    }

    private static boolean isDone(RedirectAttributes redirect) {
        return redirect.getFlashAttributes().get("outcome") instanceof Answer.Outcome outcome && outcome.done();
    }
}
