package io.recoup.reconciliation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recoup.money.Money;
import io.recoup.receivables.ItemKind;
import io.recoup.reconciliation.backtest.Truth.Reduction;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Match.Kind;
import io.recoup.reconciliation.match.Match.Part;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.MatchPayment;
import io.recoup.reconciliation.match.Stratum;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-01");
    private static final Stratum NUMBER = Stratum.of("number/exact/name");
    private static final Stratum NOTHING = Stratum.of("none/exact/name");

    private final MatchItem rentMay = item(1, "C-1", "R-5", 0, 900_00);
    private final MatchItem rentJune = item(2, "C-1", "R-6", 0, 900_00);
    private final MatchItem first = item(3, "C-2", "L-1", 1, 300_00);
    private final MatchItem second = item(4, "C-2", "L-1", 2, 300_00);
    private final MatchItem ours = item(5, "C-3", "77", 0, 50_00);
    private final MatchItem others = item(6, "C-4", "77", 0, 50_00);
    private final MatchItem order = item(7, "C-5", "A-1", 0, 10_00);
    private final MatchItem reorder = item(8, "C-5", "A-2", 0, 12_00);

    private final Backtest backtest =
            new Backtest(List.of(rentMay, rentJune, first, second, ours, others, order, reorder));

    @Test
    void what_is_forgiven_counts_as_taken_off_the_item() {
        Match match = match(Decision.AUTO, NUMBER, new Part(rentMay, 882_00, 18_00, Kind.DISCOUNT));
        assertThat(judge(match, reduces("R-5", 900_00)).strict()).isTrue();
        assertThat(judge(match, reduces("R-5", 882_00)).equal()).isFalse();
    }

    @Test
    void a_credit_note_is_used_up_whatever_sign_the_truth_writes() {
        Match match = match(Decision.AUTO, NUMBER, full(rentMay), new Part(ours, -50_00, 0, Kind.CREDIT));
        assertThat(judge(match, reduces("R-5", 900_00), reduces("77", -50_00)).strict())
                .isTrue();
        assertThat(judge(match, reduces("R-5", 900_00), reduces("77", 50_00)).strict())
                .isTrue();
    }

    @Test
    void items_of_one_debtor_with_the_same_open_amount_are_equal_but_not_the_same() {
        Judgement rent = judge(match(Decision.AUTO, NUMBER, full(rentMay)), reduces("R-6", 900_00));
        assertThat(rent.strict()).isFalse();
        assertThat(rent.equal()).isTrue();
        Judgement instalment = judge(match(Decision.AUTO, NUMBER, full(first)), new Reduction(null, "L-1", 2, 300_00));
        assertThat(instalment.strict()).isFalse();
        assertThat(instalment.equal()).isTrue();
    }

    @Test
    void equal_items_must_be_paid_the_same_parts() {
        Match whole = match(Decision.AUTO, NUMBER, full(rentMay));
        assertThat(judge(whole, reduces("R-5", 450_00), reduces("R-6", 450_00)).equal())
                .isFalse();
        Match twice = match(Decision.AUTO, NUMBER, full(rentMay), full(rentJune));
        assertThat(judge(twice, reduces("R-6", 900_00), reduces("R-5", 900_00)).strict())
                .isTrue();
    }

    @Test
    void the_debtor_tells_equal_numbers_apart_where_the_truth_names_it() {
        Match match = match(Decision.AUTO, NUMBER, full(ours));
        assertThat(judge(match, new Reduction("C-3", "77", 0, 50_00)).strict()).isTrue();
        assertThat(judge(match, new Reduction("C-4", "77", 0, 50_00)).equal()).isFalse();
        assertThat(judge(match, reduces("77", 50_00)).strict()).isTrue();
    }

    @Test
    void the_truth_may_say_that_items_stand_for_each_other() {
        Match match = match(Decision.AUTO, NUMBER, new Part(order, 5_00, 0, Kind.PARTIAL));
        List<Reduction> reorder = List.of(reduces("A-2", 5_00));
        assertThat(backtest.judge(match, truth(reorder)).equal()).isFalse();
        Truth either = new Truth("T", reorder, List.of(Set.of("A-1", "A-2")), null, Set.of());
        assertThat(backtest.judge(match, either).equal()).isTrue();
        assertThat(backtest.judge(match, either).strict()).isFalse();
    }

    @Test
    void counts_what_was_booked_found_and_left_alone() {
        judge(match(Decision.AUTO, NUMBER, full(ours)), reduces("77", 50_00));
        judge(match(Decision.AUTO, NUMBER, full(rentMay)), reduces("R-6", 900_00));
        judge(match(Decision.AUTO, NUMBER, full(rentMay)));
        judge(match(Decision.REVIEW, NOTHING, full(order)), reduces("A-1", 10_00));
        judge(match(Decision.REVIEW, NOTHING, full(order)));
        judge(match(Decision.NONE, null), reduces("A-2", 12_00));
        judge(match(Decision.NONE, null));
        Tally all = backtest.all();
        assertThat(all.payments()).isEqualTo(7);
        assertThat(all.automaticRate()).isEqualTo(3 / 7.0, within(1e-12));
        assertThat(List.of(all.automatic(), all.wrong(), all.unequal())).containsExactly(3L, 2L, 1L);
        assertThat(all.precision()).isEqualTo(1 / 3.0, within(1e-12));
        assertThat(List.of(all.paying(), all.found(), all.foundEqual())).containsExactly(4L, 2L, 3L);
        assertThat(List.of(all.idle(), all.leftAlone())).containsExactly(3L, 1L);
        assertThat(backtest.strata().get("none/exact/name").payments()).isEqualTo(2);
        assertThat(backtest.strata().get("number/exact/name").wrong()).isEqualTo(2);
        assertThat(backtest.wrong()).extracting(Judgement::equal).containsExactly(false, true);
    }

    @Test
    void compares_stated_with_observed_confidence() {
        judge(match(Decision.REVIEW, NOTHING, full(order)), reduces("A-1", 10_00));
        judge(match(Decision.REVIEW, NOTHING, full(order)));
        judge(match(Decision.NONE, null));
        assertThat(backtest.calibration().bands())
                .filteredOn(band -> band.count() > 0)
                .singleElement()
                .satisfies(band -> {
                    assertThat(band.from()).isEqualTo(0.5);
                    assertThat(band.count()).isEqualTo(2);
                    assertThat(band.stated()).isEqualTo(2 * 0.7310585786300049, within(1e-12));
                    assertThat(band.right()).isEqualTo(1);
                });
        assertThat(backtest.calibration().error()).isEqualTo(0.2310585786300049, within(1e-12));
    }

    private Judgement judge(Match match, Reduction... reductions) {
        return backtest.judge(match, truth(List.of(reductions)));
    }

    private static Truth truth(List<Reduction> reductions) {
        return new Truth("T", reductions, List.of(), null, Set.of());
    }

    private static Reduction reduces(String item, long minor) {
        return new Reduction(null, item, 0, minor);
    }

    private static Part full(MatchItem item) {
        return new Part(item, item.open().minor(), 0, Kind.FULL);
    }

    /** With odds of e to one. */
    private static Match match(Decision decision, Stratum stratum, Part... parts) {
        Money paid = Money.of(
                Math.max(1, Arrays.stream(parts).mapToLong(Part::amount).sum()), "EUR");
        MatchPayment payment = new MatchPayment("T", DAY, paid, null, null, null, null, null, Set.of());
        return new Match(payment, decision, stratum, 1_000, List.of(parts), Money.of(0, "EUR"), List.of(), null, null);
    }

    private static MatchItem item(long id, String debtor, String number, int instalment, long minor) {
        return new MatchItem(
                id,
                debtor,
                instalment > 0 ? ItemKind.INSTALMENT : ItemKind.INVOICE,
                number,
                instalment,
                DAY,
                DAY,
                Money.of(minor, "EUR"),
                null,
                null,
                List.of());
    }
}
