package io.recoup.bench.matching;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.backtest.Backtest;
import io.recoup.reconciliation.backtest.Judgement;
import io.recoup.reconciliation.backtest.Tally;
import io.recoup.reconciliation.match.Match;
import java.util.Comparator;
import java.util.List;

/**
 * What a matcher proposes for a folder, judged.
 *
 * @param surestFirst what it proposes, booked or not
 */
record Judged(String name, Tally tally, List<Judgement> surestFirst) {

    static Judged of(Matcher matcher, GeneratedFolder folder) {
        Backtest backtest = new Backtest(folder.items());
        List<Judgement> surestFirst = matcher.match(folder).stream()
                .filter(match -> folder.truths().containsKey(match.payment().key()))
                .map(match -> backtest.judge(
                        match, folder.truths().get(match.payment().key())))
                .filter(one -> !one.match().parts().isEmpty())
                .sorted(Comparator.comparing((Judgement one) -> -one.match().score())
                        .thenComparing(one -> one.match().payment().key()))
                .toList();
        return new Judged(matcher.name(), backtest.all(), surestFirst);
    }

    /** The share that is right, equal items counted right, of its surest so many proposals. */
    double precisionOfSurest(long count) {
        List<Judgement> surest = surestFirst.subList(0, (int) Math.min(count, surestFirst.size()));
        return (double) surest.stream().filter(Judgement::equal).count() / surest.size();
    }

    /** The most of all payments that its surest proposals can be while they are right as often as that. */
    double rateAtPrecision(double precision) {
        long right = 0;
        long most = 0;
        for (int count = 1; count <= surestFirst.size(); count++) {
            Match match = surestFirst.get(count - 1).match();
            right += surestFirst.get(count - 1).equal() ? 1 : 0;
            boolean cut = count == surestFirst.size()
                    || surestFirst.get(count).match().score() != match.score();
            if (cut && right >= precision * count) {
                most = count;
            }
        }
        return (double) most / tally.payments();
    }
}
