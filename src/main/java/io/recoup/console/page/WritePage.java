package io.recoup.console.page;

import io.recoup.console.store.DebtorRows;
import io.recoup.dunning.Correspondence;
import io.recoup.dunning.Correspondence.Blank;
import io.recoup.dunning.Correspondence.Written;
import io.recoup.dunning.Runs;
import io.recoup.dunning.policy.NoPolicy;
import io.recoup.mail.TypedText;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody writes to a debtor, and looks at the letter before it leaves. */
@Controller
class WritePage {

    private final Correspondence letters;
    private final Runs runs;
    private final DebtorRows debtors;

    WritePage(Correspondence letters, Runs runs, DebtorRows debtors) {
        this.letters = letters;
        this.runs = runs;
        this.debtors = debtors;
    }

    /**
     * @param preset to begin with; absent = the first
     * @param again a letter of the same debtor whose words are to be used anew
     */
    @GetMapping("/debtors/{id}/letter")
    String form(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String preset,
            @RequestParam(required = false) Long again,
            Model model,
            RedirectAttributes redirect) {
        DebtorRows.Debtor debtor = debtors.find(id).orElseThrow(WritePage::missing);
        try {
            Blank blank = letters.blank(id, preset);
            model.addAttribute("blank", blank);
            model.addAttribute("delivery", blank.delivery());
            Map<String, String> words = again == null
                    ? words(Typed.once(), blank.language(), blank.subject(), blank.text(), blank.seen())
                    : letters.find(again)
                            .filter(letter -> letter.debtor() == id)
                            .map(letter -> words(
                                    Typed.once(), letter.language(), letter.subject(), letter.text(), letter.seen()))
                            .orElseThrow(WritePage::missing);
            return filled(debtor, words, model);
        } catch (NoPolicy none) {
            redirect.addFlashAttribute("outcome", Answer.Outcome.of(new RefusedForm(RefusedForm.Why.NO_POLICY)));
            return "redirect:/debtors/" + id;
        }
    }

    /** The draft once more, with the account as it is now. */
    @GetMapping("/letters/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        Written letter = known(id);
        if (!letter.state().equals("draft")) {
            return "redirect:/notices/" + id;
        }
        model.addAttribute("delivery", letter.delivery());
        return filled(
                debtors.find(letter.debtor()).orElseThrow(WritePage::missing),
                words(letter.formKey(), letter.language(), letter.subject(), letter.text(), letter.seen()),
                model);
    }

    /** What was typed and refused stays in the form. */
    private static String filled(DebtorRows.Debtor debtor, Map<String, String> words, Model model) {
        model.addAttribute("debtor", debtor);
        model.addAttribute("longest", TypedText.SUBJECT);
        model.addAttribute("most", TypedText.TEXT);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", words);
        }
        return "write";
    }

    private static Map<String, String> words(String once, String language, String subject, String text, String seen) {
        return Map.of("once", once, "language", language, "subject", subject, "text", text, "seen", seen);
    }

    @GetMapping("/letters/{id}")
    String letter(@PathVariable long id, Model model) {
        Written letter = known(id);
        if (!letter.state().equals("draft")) {
            return "redirect:/notices/" + id;
        }
        model.addAttribute("letter", letter);
        model.addAttribute("delivery", letter.delivery());
        model.addAttribute("debtor", debtors.find(letter.debtor()).orElseThrow(WritePage::missing));
        return "letter";
    }

    @GetMapping("/letters/{id}/letter")
    ResponseEntity<byte[]> frame(@PathVariable long id) {
        known(id);
        Runs.Preview preview = LetterFrame.preview(runs, id);
        if (preview.html() != null || preview.text() != null) {
            return LetterFrame.of(preview.html(), preview.text());
        }
        return LetterFrame.of(
                null,
                Optional.ofNullable(preview.refusal())
                        .orElseThrow(WritePage::missing)
                        .toString());
    }

    private Written known(long id) {
        return letters.find(id).orElseThrow(WritePage::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
