package io.recoup.console.page;

import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.OpenBookings;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does about a bank booking that no rule could deal with. */
@Controller
class BookingCommands {

    private final OpenBookings bookings;
    private final ConsoleDay day;
    private final Answer answer;

    BookingCommands(OpenBookings bookings, ConsoleDay day, Answer answer) {
        this.bookings = bookings;
        this.day = day;
        this.answer = answer;
    }

    @PostMapping("/bookings/{id}/takes-back")
    String takesBack(
            @PathVariable long id,
            @RequestParam long receipt,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request,
                redirect,
                "done.booking.takesBack",
                () -> bookings.takesBack(id, new ReceiptId(receipt), Answer.actor(user), day.today()));
    }

    @PostMapping("/bookings/{id}/again")
    String again(@PathVariable long id, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(request, redirect, () -> {
            boolean done = bookings.again(id, day.today());
            return Answer.Outcome.done(done ? "done.booking.again" : "done.booking.waits", 0, 0);
        });
    }

    @PostMapping("/bookings/{id}/settle")
    String settle(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request, redirect, "done.booking.settle", () -> bookings.settle(id, Answer.actor(user), reason));
    }
}
