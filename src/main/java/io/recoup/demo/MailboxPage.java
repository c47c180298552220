package io.recoup.demo;

import io.recoup.demo.store.Mailbox;
import io.recoup.demo.store.Mailbox.Arrival;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The mailboxes of the demo's debtors, to read what they were sent. */
@Controller
@Profile("demo")
@RequestMapping("/demo/mailbox")
class MailboxPage {

    /** A mail is somebody else's page: no scripts, nothing fetched, shown only inside our own frame. */
    private static final String MAIL_CSP =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final Mailbox mailbox;

    MailboxPage(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    String list(Model model) {
        Map<String, List<Arrival>> byRecipient = mailbox.arrivals().stream()
                .collect(Collectors.groupingBy(Arrival::recipient, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("mailboxes", byRecipient);
        model.addAttribute("count", mailbox.count());
        return "demo/mailbox";
    }

    @GetMapping("/{id}")
    String open(@PathVariable long id, Model model) {
        model.addAttribute("arrival", mailbox.arrival(id).orElseThrow(() -> unknown(id)));
        model.addAttribute("mail", MailView.of(raw(id)));
        return "demo/mail";
    }

    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", MAIL_CSP)
                .header("X-Frame-Options", "SAMEORIGIN")
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(MailView.of(raw(id)).html());
    }

    @GetMapping("/{id}/source")
    ResponseEntity<byte[]> source(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(raw(id));
    }

    private byte[] raw(long id) {
        return mailbox.raw(id).orElseThrow(() -> unknown(id));
    }

    private static ResponseStatusException unknown(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no mail " + id + " in the demo's mailbox");
    }
}
