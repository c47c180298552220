package io.recoup.console.page;

import io.recoup.console.page.RefusedForm.Why;
import io.recoup.intake.Quarantine;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The two ways out of quarantine. */
@Controller
class QuarantineCommands {

    private final ObjectProvider<Quarantine> quarantine;
    private final Answer answer;

    QuarantineCommands(ObjectProvider<Quarantine> quarantine, Answer answer) {
        this.quarantine = quarantine;
        this.answer = answer;
    }

    @PostMapping("/quarantine/{id}/replay")
    String replay(@PathVariable long id, Principal user, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.replay", () -> {
            Quarantine records = quarantine.getObject();
            if (!records.replay(id, Answer.actor(user))) {
                throw records.row(id)
                        .map(row -> new RefusedForm(Why.STILL_WRONG, row.reason(), row.remedy()))
                        .orElse(new RefusedForm(Why.NOT_TAKEN));
            }
        });
    }

    @PostMapping("/quarantine/{id}/dismiss")
    String dismiss(
            @PathVariable long id,
            @RequestParam String note,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request, redirect, "done.dismiss", () -> quarantine.getObject().dismiss(id, Answer.actor(user), note));
    }
}
