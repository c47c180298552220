package io.recoup.console.page;

import io.recoup.console.store.MatchedRows;
import io.recoup.console.store.WaitingRows;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.OpenBookings;
import io.recoup.reconciliation.Proposal;
import io.recoup.reconciliation.ReviewDesk;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The bank bookings and payments that wait for a person, oldest first, each payment with what it seems to pay and why.
 */
@Controller
class ReviewPage {

    private static final int ROWS = 25;
    private static final int RECENT = 10;

    private final ReviewDesk reviews;
    private final WaitingRows waiting;
    private final MatchedRows matched;
    private final OpenBookings bookings;

    ReviewPage(ReviewDesk reviews, WaitingRows waiting, MatchedRows matched, OpenBookings bookings) {
        this.reviews = reviews;
        this.waiting = waiting;
        this.matched = matched;
        this.bookings = bookings;
    }

    /** @param after the last receipt of the page before */
    @GetMapping("/review")
    String review(@RequestParam(name = "after", defaultValue = "0") long after, Model model) {
        List<Proposal> found = reviews.waiting(new ReceiptId(after), ROWS + 1);
        List<Proposal> queue = found.size() > ROWS ? found.subList(0, ROWS) : found;
        model.addAttribute("queue", queue);
        model.addAttribute("after", after);
        model.addAttribute(
                "next",
                found.size() > ROWS ? queue.get(queue.size() - 1).receipt().value() : null);
        model.addAttribute("count", waiting.receiptCount());
        model.addAttribute("bookings", bookings.waiting(ROWS));
        model.addAttribute("recent", matched.latest(RECENT));
        model.addAttribute("listed", after == 0 ? "/review" : "/review?after=" + after);
        return "review";
    }
}
