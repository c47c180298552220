package io.recoup.bench.matching;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.match.Book;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Matching;
import io.recoup.reconciliation.match.Thresholds;
import java.util.List;

/** The engine that is compared, with what it ships with. */
final class Recoup implements Matcher {

    @Override
    public String name() {
        return "recoup";
    }

    @Override
    public List<Match> match(GeneratedFolder folder) {
        Book book = folder.book();
        return Matching.decide(book, folder.payments(), MatchPolicies.charged(Thresholds.shipped()))
                .matches();
    }
}
