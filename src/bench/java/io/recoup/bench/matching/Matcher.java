package io.recoup.bench.matching;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.match.Match;
import java.util.List;

/** A way to match, to be compared with others. */
interface Matcher {

    String name();

    /** One match for each payment, in any order. */
    List<Match> match(GeneratedFolder folder);
}
