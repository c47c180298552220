package io.recoup.console.page;

import io.recoup.console.page.RefusedForm.Why;
import io.recoup.console.store.NoticeRows;
import io.recoup.dunning.Runs;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides about letters before they leave. The same answer twice is one answer. */
@Controller
class RunCommands {

    private final Runs runs;
    private final NoticeRows notices;
    private final Answer answer;

    RunCommands(Runs runs, NoticeRows notices, Answer answer) {
        this.runs = runs;
        this.notices = notices;
        this.answer = answer;
    }

    @PostMapping("/runs/{on}/approve")
    String approve(
            @PathVariable LocalDate on, Principal user, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.run.approve", () -> runs.approve(on, Answer.actor(user)));
    }

    @PostMapping("/runs/{on}/discard")
    String discard(
            @PathVariable LocalDate on,
            @RequestParam String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request, redirect, "done.run.discard", () -> runs.discard(on, Answer.actor(user), stated(reason)));
    }

    /** @param letters the drafts that the page showed: what came since was not seen, and is not approved */
    @PostMapping("/runs/{on}/approve-shown")
    String approveShown(
            @PathVariable LocalDate on,
            @RequestParam Set<Long> letters,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.toMany(
                request,
                redirect,
                "done.shown.approve",
                letters,
                () -> runs.approveLetters(on, seen(letters), Answer.actor(user)));
    }

    @PostMapping("/runs/{on}/discard-shown")
    String discardShown(
            @PathVariable LocalDate on,
            @RequestParam Set<Long> letters,
            @RequestParam String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.toMany(
                request,
                redirect,
                "done.shown.discard",
                letters,
                () -> runs.discardLetters(on, seen(letters), Answer.actor(user), stated(reason)));
    }

    private static Set<Long> seen(Set<Long> letters) {
        if (letters.size() > RunsPage.LETTERS) {
            throw new RefusedForm(Why.TOO_MANY_LETTERS, RunsPage.LETTERS, letters.size());
        }
        return letters;
    }

    @PostMapping("/letters/{id}/approve")
    String approveLetter(
            @PathVariable long id, Principal user, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.letter.approve", () -> {
            if (!isDone(id, true)) {
                runs.approveLetter(id, Answer.actor(user));
            }
        });
    }

    @PostMapping("/letters/{id}/discard")
    String discardLetter(
            @PathVariable long id,
            @RequestParam String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.letter.discard", () -> {
            String why = stated(reason);
            if (!isDone(id, false)) {
                runs.discardLetter(id, Answer.actor(user), why);
            }
        });
    }

    /** A second click finds the letter where the first one brought it. */
    private boolean isDone(long id, boolean approved) {
        return notices.find(id)
                .filter(letter ->
                        approved ? letter.approvedBy() != null : letter.state().equals("withdrawn"))
                .isPresent();
    }

    private static String stated(String reason) {
        String why = Typed.text(reason);
        if (why == null || why.isEmpty()) {
            throw new RefusedForm(Why.SAY_WHY_LETTERS);
        }
        return why;
    }
}
