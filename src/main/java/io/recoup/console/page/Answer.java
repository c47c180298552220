package io.recoup.console.page;

import io.recoup.agency.RefusedCommand;
import io.recoup.dunning.LetterRefused;
import io.recoup.followup.RefusedTask;
import io.recoup.receivables.RefusedEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Carries out one command and shows how it went where the button was: in the section, when htmx sent it, else on the
 * page the form came from. A refusal is an answer with its reason; any other failure is an error page.
 */
@Component
class Answer {

    private final Sections sections;

    Answer(Sections sections) {
        this.sections = sections;
    }

    /**
     * @param text a message key when it succeeded, else the reason of the refusal
     * @param count how many things it was done to, where the message says so
     * @param rest how many it left alone
     */
    record Outcome(boolean done, String text, int count, int rest) {

        Outcome(boolean done, String text) {
            this(done, text, 0, 0);
        }
    }

    String to(HttpServletRequest request, RedirectAttributes redirect, String doneKey, Runnable command) {
        return to(request, redirect, () -> {
            command.run();
            return new Outcome(true, doneKey);
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
            return new Outcome(true, doneKey, count, asked.size() - count);
        });
    }

    private String to(HttpServletRequest request, RedirectAttributes redirect, Supplier<Outcome> command) {
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
        } catch (LetterRefused refused) {
            return new Outcome(false, refused.reason().in(LocaleContextHolder.getLocale()));
        } catch (RefusedEntry | RefusedCommand | RefusedTask | IllegalArgumentException | DateTimeException refused) {
            return new Outcome(false, refused.getMessage());
        }
    }

    /** What cannot be done in the present state is a refusal that a person can understand. */
    static void known(Runnable command) {
        knownCount(() -> {
            command.run();
            return 1;
        });
    }

    /** As {@link #known}. */
    static int knownCount(IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (IllegalStateException elsewhere) {
            throw new IllegalArgumentException(elsewhere.getMessage(), elsewhere);
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
