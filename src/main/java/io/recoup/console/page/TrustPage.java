package io.recoup.console.page;

import io.recoup.reconciliation.ReviewDesk;
import io.recoup.reconciliation.StratumState;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far each kind of evidence is trusted, and the sample of automatic matches that persons check. */
@Controller
class TrustPage {

    private static final int AUDITS = 20;

    private final ReviewDesk reviews;
    private final ConsoleDay day;
    private final Answer answer;

    TrustPage(ReviewDesk reviews, ConsoleDay day, Answer answer) {
        this.reviews = reviews;
        this.day = day;
        this.answer = answer;
    }

    @GetMapping("/review/trust")
    String trust(Model model) {
        Map<Boolean, List<StratumState>> strata =
                reviews.strata().stream().collect(Collectors.partitioningBy(TrustPage::isTelling));
        model.addAttribute("strata", strata.get(true));
        model.addAttribute("silent", strata.get(false));
        model.addAttribute("audits", reviews.audits(AUDITS));
        return "review-trust";
    }

    /** Whether there is anything to say of it, beside that it exists. */
    private static boolean isTelling(StratumState state) {
        return !state.level().equals("review")
                || state.movedBy() != null
                || state.booked() + state.foregone() + state.evidence().decisions() > 0;
    }

    @PostMapping("/review/trust")
    String move(
            @RequestParam String stratum,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.trust.move", () -> {
            String why = Typed.text(reason);
            if (why == null) {
                throw new RefusedForm(RefusedForm.Why.SAY_WHY);
            }
            reviews.move(stratum, to, Answer.actor(user), why, day.today());
        });
    }

    @PostMapping("/review/audits/{decision}")
    String answer(
            @PathVariable long decision,
            @RequestParam boolean correct,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request,
                redirect,
                correct ? "done.audit.right" : "done.audit.wrong",
                () -> reviews.answer(decision, correct, Answer.actor(user), day.today()));
    }
}
