package io.recoup.console.page;

import io.recoup.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Carries out one command and shows how it went where the button was: in the section, when htmx sent it, else on the
 * page the form came from. A refusal is an answer with its reason; any other failure is an error page.
 */
@Component
class Answer {

    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);

    private final Sections sections;

    Answer(Sections sections) {
        this.sections = sections;
    }

    /** @param told what was done, else why not */
    record Outcome(boolean done, Phrase told) {

        /**
         * @param count how many things it was done to, where the message says so
         * @param rest how many it left alone
         */
        static Outcome done(String key, int count, int rest) {
            return new Outcome(true, Phrase.of(key, count, rest));
        }

        static Outcome of(Refused refused) {
            return new Outcome(false, Phrase.of(refused));
        }
    }

    String to(HttpServletRequest request, RedirectAttributes redirect, String doneKey, Runnable command) {
        return to(request, redirect, () -> {
            command.run();
            return Outcome.done(doneKey, 0, 0);
        });
    }

    /** @param command says how many of the things asked for it was done to */
    String toMany(
            HttpServletRequest request,
            RedirectAttributes redirect,
            String doneKey,
            Collection<?> asked,
            IntSupplier command) {
        return to(request, redirect, () -> {
            int count = command.getAsInt();
            return Outcome.done(doneKey, count, asked.size() - count);
        });
    }

    String to(HttpServletRequest request, RedirectAttributes redirect, Supplier<Outcome> command) {
        Outcome outcome = outcome(command);
        String section = request.getParameter("section");
        if (request.getHeader("HX-Request") != null && section != null && sections.has(section)) {
            request.setAttribute("sectionOutcome", outcome);
            request.setAttribute(section, sections.look(section));
            return "sections/" + section + " :: section";
        }
        redirect.addFlashAttribute("outcome", outcome);
        return "redirect:" + back(request.getParameter("back"));
    }

    private static Outcome outcome(Supplier<Outcome> command) {
        try {
            return command.get();
        } catch (Refused refused) {
            return Outcome.of(refused);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            LOG.warn("a form was sent that no page of ours sends", wrong);
            return Outcome.of(new RefusedForm(RefusedForm.Why.UNREADABLE));
        }
    }

    /** The demo runs without a login. */
    static String actor(Principal principal) {
        return principal == null ? "demo" : principal.getName();
    }

    /** Only to a page of our own, with the filters it had. */
    static String back(String path) {
        return path != null && path.matches("/[A-Za-z0-9][A-Za-z0-9/_-]*([?][A-Za-z0-9=&_.~%-]*)?") ? path : "/";
    }
}
