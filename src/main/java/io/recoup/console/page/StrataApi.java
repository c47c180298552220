package io.recoup.console.page;

import io.recoup.reconciliation.ReviewDesk;
import io.recoup.reconciliation.StratumState;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is known of each kind of evidence, for programs that watch it. */
@RestController
class StrataApi {

    private final ReviewDesk reviews;

    StrataApi(ReviewDesk reviews) {
        this.reviews = reviews;
    }

    @GetMapping(path = "/api/matching/strata", produces = "application/json")
    List<StratumState> strata() {
        return reviews.strata();
    }
}
