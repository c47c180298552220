package io.recoup.reconciliation.backtest;

import io.recoup.money.Money;
import io.recoup.reconciliation.backtest.Truth.Reduction;
import io.recoup.reconciliation.match.Match;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report of a backtest, in Markdown. */
public final class BacktestText {

    private final Backtest backtest;
    private final StringBuilder text = new StringBuilder();

    private BacktestText(Backtest backtest) {
        this.backtest = backtest;
    }

    /** @param unjudged payments of which the truth says nothing */
    public static String of(Backtest backtest, long unjudged) {
        BacktestText report = new BacktestText(backtest);
        report.summary(unjudged);
        report.calibration();
        report.tallies("By kind of evidence", "evidence", backtest.strata());
        report.tallies("By class of the truth", "class", backtest.kinds());
        report.tallies("By property of the truth", "property", backtest.properties());
        report.wrong();
        return report.text.toString();
    }

    private void summary(long unjudged) {
        Tally all = backtest.all();
        line("# Matching, compared with the truth");
        line("");
        line("| | to the item | equal items counted right |");
        line("|---|---|---|");
        row("payments", all.payments(), "");
        if (unjudged > 0) {
            row("beside them payments of which the truth says nothing", unjudged, "");
        }
        row("booked unasked", all.automatic() + " (" + percent(all.automaticRate()) + ")", "");
        row("of these wrong", all.wrong(), all.unequal());
        row("precision", percent(all.precision()), percent(all.precisionEqual()));
        row("error rate at most (95 %)", bound(all.wrong(), all), bound(all.unequal(), all));
        row(
                "recall: best proposal is right, of " + all.paying() + " that pay something",
                percent(all.recall()),
                percent(all.recallEqual()));
        row("left alone, of " + all.idle() + " that pay nothing", percent(Tally.rate(all.leftAlone(), all.idle())), "");
    }

    private void calibration() {
        line("");
        line("## Stated and observed confidence");
        line("");
        line("| confidence | proposals | stated | right | right, equal items counted right |");
        line("|---|---|---|---|---|");
        for (Calibration.Band band : backtest.calibration().bands()) {
            if (band.count() > 0) {
                row(
                        band.from() + " to " + band.until(),
                        band.count(),
                        percent(band.stated() / band.count()),
                        percent(Tally.rate(band.right(), band.count())),
                        percent(Tally.rate(band.equal(), band.count())));
            }
        }
        line("");
        line("Mean distance: " + percent(backtest.calibration().error()));
    }

    private void tallies(String title, String first, Map<String, Tally> tallies) {
        if (tallies.isEmpty()) {
            return;
        }
        line("");
        line("## " + title);
        line("");
        line(
                "Wrong and recall to the item, then with equal items counted right. Left alone: of those that pay nothing.");
        line("");
        line("| " + first
                + " | payments | automatic | wrong | at most | wrong | at most | recall | recall | left alone |");
        line("|---|---|---|---|---|---|---|---|---|---|");
        tallies.forEach((name, tally) -> row(
                name,
                tally.payments(),
                tally.automatic(),
                tally.wrong(),
                bound(tally.wrong(), tally),
                tally.unequal(),
                bound(tally.unequal(), tally),
                percent(tally.recall()),
                percent(tally.recallEqual()),
                percent(Tally.rate(tally.leftAlone(), tally.idle()))));
    }

    private void wrong() {
        if (backtest.wrong().isEmpty()) {
            return;
        }
        line("");
        line("## Booked unasked and wrong");
        line("");
        line("| transaction | evidence | confidence | booked | truth | |");
        line("|---|---|---|---|---|---|");
        for (Judgement one : backtest.wrong()) {
            Match match = one.match();
            Currency currency = match.payment().amount().currency();
            row(
                    match.payment().key(),
                    match.stratum(),
                    String.format(Locale.ROOT, "%.6f", match.confidence()),
                    told(Likeness.ours(match, one.truth()), currency),
                    told(one.truth().reductions(), currency),
                    one.equal() ? "equal items" : "");
        }
    }

    private static String told(List<Reduction> reductions, Currency currency) {
        return reductions.isEmpty()
                ? "nothing"
                : reductions.stream()
                        .map(one -> one.item() + (one.instalment() > 0 ? "/" + one.instalment() : "") + " "
                                + new Money(one.amount(), currency).toDecimal())
                        .collect(Collectors.joining(", "));
    }

    private static String bound(long errors, Tally tally) {
        return tally.automatic() == 0 ? "–" : percent(ErrorBound.upper(errors, tally.automatic()));
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "–" : String.format(Locale.ROOT, "%.3f %%", fraction * 100);
    }

    private void row(Object... cells) {
        for (Object cell : cells) {
            text.append("| ").append(String.valueOf(cell).replace("|", "\\|")).append(' ');
        }
        line("|");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
