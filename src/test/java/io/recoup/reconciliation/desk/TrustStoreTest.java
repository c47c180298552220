package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.receivables.RefusedEntry;
import io.recoup.reconciliation.Proposal;
import io.recoup.reconciliation.StratumState;
import io.recoup.reconciliation.match.Thresholds;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is learned of payers, and how a kind of evidence gains and loses trust. */
class TrustStoreTest extends MatchingTest {

    private static final String FACTOR = "GB29NWBK60161331926819";

    @BeforeAll
    void open() {
        house = new MatchingHouse(
                dataSource,
                transaction,
                ReconciliationSettings.defaults(),
                new Thresholds("shipped", Map.of("numbers/exact/account", 2_000)));
    }

    @Test
    void an_account_is_learned_from_a_confirmed_match_and_forgotten_when_that_is_undone() {
        owes(named("P1", "Pine Works"), "PW-300001", "81.00");
        owes(named("P1", "Pine Works"), "PW-300002", "82.00");
        book(Bookings.credit("p1", "81.00", "PW-300001", "Somebody Abroad", "FR7630006000011234567890189"));
        assertThat(remembered("P1")).isEqualTo(1);

        book(Bookings.credit("p2", "82.00", "thanks", "Somebody Abroad", "FR7630006000011234567890189"));
        assertThat(proposal("p2").best().stratum()).isEqualTo("none/exact/account");
        assertThat(proposal("p2").best().parts().get(0).item().number()).isEqualTo("PW-300002");

        house.reviews.undo(receipt("p1"), "rosa", "not theirs", today);
        house.desk.run(today);
        assertThat(proposal("p2").best().stratum()).isNotEqualTo("none/exact/account");
    }

    @Test
    void an_account_that_paid_for_two_debtors_contradicts_nobodys_number() {
        owes(named("F1", "First Client"), "FC-410001", "91.00");
        owes(named("F2", "Second Client"), "SC-410001", "92.00");
        owes(named("F3", "Third Client"), "TC-410001", "93.00");
        for (String number : new String[] {"FC-410001", "SC-410001", "TC-410001"}) {
            book(Bookings.credit(number, item(number).open().toDecimal(), number, "Factor Bank", FACTOR));
            assertThat(open(number)).as(number).isEqualTo("0.00");
        }
        assertThat(jdbc.sql("SELECT count(*) FROM payer_memory WHERE payer = :iban")
                        .param("iban", FACTOR)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_kind_of_evidence_is_moved_when_its_answers_allow_it_and_dropped_when_they_turn_bad() {
        owes(named("T1", "Trust Me Ltd", "NL91ABNA0417164300"), "TM-500001", "71.00");
        owes(named("T1", "Trust Me Ltd", "NL91ABNA0417164300"), "TM-500002", "72.00");
        book(Bookings.credit("t1", "143.00", "TM-500001 TM-500002", "Trust Me Ltd", "NL91ABNA0417164300"));
        Proposal both = proposal("t1");
        String stratum = both.best().stratum();
        assertThat(both.best().outcome()).isEqualTo("review");
        assertThat(state(stratum).shippedScore()).as(stratum).isNotNull();
        assertThat(state(stratum).foregone()).isEqualTo(1);
        assertThatThrownBy(() -> house.reviews.move(stratum, "shipped", "rosa", "why not", today))
                .isInstanceOf(RefusedEntry.class)
                .hasMessageContaining("0 of 0 answers");

        answer(both.best().decision(), 2_994, true);
        assertThat(state(stratum).movable()).isFalse();
        answer(both.best().decision(), 1, true);
        assertThat(state(stratum).movable()).isTrue();
        assertThat(state(stratum).evidence().bound()).isLessThan(0.001);

        // what waits of it is looked at again, and booked
        house.reviews.move(stratum, "shipped", "rosa", "enough was seen", today);
        assertThat(house.desk.run(today).allocated()).isEqualTo(1);
        assertThat(open("TM-500002")).isEqualTo("0.00");

        // an undo is an answer too; the share allowed is exceeded with it
        house.reviews.undo(receipt("t1"), "rosa", "wrong", today);
        assertThat(state(stratum).level()).isEqualTo("review");
        assertThat(state(stratum).movedBy()).isEqualTo("recoup");
        assertThat(jdbc.sql("SELECT payload ->> 'stratum' FROM fact WHERE type = 'StratumDropped'")
                        .query(String.class)
                        .list())
                .containsExactly(stratum);
        assertThatThrownBy(() -> house.reviews.move("no/such/thing", "review", "rosa", "x", LocalDate.EPOCH))
                .isInstanceOf(RefusedEntry.class);
        assertThat(open("TM-500001")).isEqualTo(eur("71.00").toDecimal());
    }

    private StratumState state(String stratum) {
        return house.reviews.strata().stream()
                .filter(state -> state.stratum().equals(stratum))
                .findFirst()
                .orElseThrow();
    }

    /** Persons answer on so many decisions like this one. */
    private void answer(long decision, int times, boolean correct) {
        jdbc.sql("""
            WITH alike AS (
                INSERT INTO match_decision (receipt_id, day, decision, stratum, score, thresholds, engine, parts,
                                            residual_minor, currency, why, shipped, shipped_stratum, content, decided_at)
                SELECT d.receipt_id, d.day, 'review', d.stratum, d.score, d.thresholds, d.engine, d.parts, 0, 'EUR', '[]',
                       d.parts, d.stratum, d.content, '2000-01-01'
                FROM match_decision d, generate_series(1, :times) WHERE d.id = :id
                RETURNING id, stratum)
            INSERT INTO match_label (decision_id, stratum, shipped, correct, source, said_by, said_on)
            SELECT id, stratum, true, :correct, 'audit', 'rosa', '2026-03-09' FROM alike
            """)
                .param("times", times)
                .param("id", decision)
                .param("correct", correct)
                .update();
    }

    private int remembered(String debtor) {
        return jdbc.sql("SELECT count(*) FROM payer_memory WHERE debtor_id = :id AND kind = 'account'")
                .param("id", debtorOf(debtor).value())
                .query(Integer.class)
                .single();
    }
}
