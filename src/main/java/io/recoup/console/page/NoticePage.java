package io.recoup.console.page;

import io.recoup.console.store.NoticeRows;
import io.recoup.console.store.WrittenRows;
import io.recoup.dunning.Notices;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One letter: as it was sent, and what happened to it. */
@Controller
class NoticePage {

    private final NoticeRows notices;
    private final WrittenRows written;
    private final ConsoleDay day;
    private final ObjectProvider<Notices> letters;
    private final Answer answer;

    NoticePage(
            NoticeRows notices, WrittenRows written, ConsoleDay day, ObjectProvider<Notices> letters, Answer answer) {
        this.notices = notices;
        this.written = written;
        this.day = day;
        this.letters = letters;
        this.answer = answer;
    }

    @GetMapping("/notices/{id}")
    String notice(@PathVariable long id, Model model) {
        NoticeRows.Notice notice =
                notices.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean kept = notice.isByHand() && notice.keptUntil() != null;
        model.addAttribute("notice", notice);
        model.addAttribute("keptUntil", kept ? day.told(notice.keptUntil()) : null);
        model.addAttribute("items", notices.items(id));
        model.addAttribute("claims", notices.claims(id));
        model.addAttribute("events", notices.events(id));
        model.addAttribute("written", written.words(id).orElse(null));
        return "notice";
    }

    @GetMapping("/notices/{id}/letter")
    ResponseEntity<byte[]> letter(@PathVariable long id) {
        NoticeRows.Letter letter =
                notices.letter(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return LetterFrame.of(letter.html(), letter.text());
    }

    @PostMapping("/notices/{id}/resend")
    String resend(
            @PathVariable long id,
            @RequestParam String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request, redirect, "done.resend", () -> letters.getObject().resend(id, Answer.actor(user), reason));
    }

    @PostMapping("/notices/{id}/delivered")
    String delivered(
            @PathVariable long id,
            @RequestParam String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.delivered", () -> letters.getObject()
                .markDelivered(id, Answer.actor(user), reason));
    }
}
