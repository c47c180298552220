package io.recoup.console.page;

import io.recoup.console.store.DebtorRows;
import io.recoup.dunning.Correspondence;
import io.recoup.dunning.Correspondence.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps, sends and withdraws letters that people write. The same click twice is one. */
@Controller
class WriteCommands {

    private final Correspondence letters;
    private final DebtorRows debtors;
    private final Answer answer;

    WriteCommands(Correspondence letters, DebtorRows debtors, Answer answer) {
        this.letters = letters;
        this.debtors = debtors;
        this.answer = answer;
    }

    /**
     * @param once of the form: of the same form it is always the same letter
     * @param seen the account as the form was filled from it
     */
    @PostMapping("/debtors/{id}/letter")
    String draft(
            @PathVariable long id,
            @RequestParam String once,
            @RequestParam String language,
            @RequestParam String subject,
            @RequestParam String text,
            @RequestParam String seen,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (debtors.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Long> kept = new ArrayList<>();
        String to = answer.to(
                request,
                redirect,
                "done.byhand.draft",
                () -> kept.add(letters.draft(
                        new Form(id, Typed.once(once), language, subject, text, seen), Answer.actor(user))));
        if (!kept.isEmpty()) {
            return "redirect:/letters/" + kept.get(0);
        }
        redirect.addFlashAttribute(
                "typed", Map.of("once", once, "language", language, "subject", subject, "text", text, "seen", seen));
        return to;
    }

    /** @param seen the account as the preview showed it */
    @PostMapping("/letters/{id}/send")
    String send(
            @PathVariable long id,
            @RequestParam String seen,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        List<Long> sent = new ArrayList<>();
        String to = answer.to(request, redirect, "done.byhand.send", () -> {
            letters.send(id, seen, Answer.actor(user));
            sent.add(id);
        });
        return sent.isEmpty() ? to : "redirect:/notices/" + id;
    }

    @PostMapping("/letters/{id}/withdraw")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request,
                redirect,
                "done.byhand.withdraw",
                () -> letters.withdraw(id, Answer.actor(user), Typed.text(reason)));
    }
}
