package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.banking.BankTransaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What makes a waiting receipt be looked at again, and what does not. */
class NewsStoreTest extends MatchingTest {

    @BeforeAll
    void open() {
        house = openHouse(ReconciliationSettings.defaults());
    }

    @Test
    void a_new_invoice_wakes_only_the_receipts_that_it_can_affect() {
        List<BankTransaction> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(
                    Bookings.credit("n" + i, (500 + i) + ".00", "Zahlung 77000" + (10 + i), "Payer P" + i + "X", null));
        }
        book(waiting.toArray(BankTransaction[]::new));
        assertThat(house.desk.run(today).looked()).isZero();

        owes(named("N1", "Unheard Of Ltd"), "ZZ-990001", "9999.00");
        assertThat(house.desk.run(today)).as("nothing of it fits").isEqualTo(new ReconciliationDesk.Outcome(0, 0, 0));

        owes(named("N1", "Unheard Of Ltd"), "ZZ-990002", "503.00");
        assertThat(house.desk.run(today).looked()).as("one has its amount").isEqualTo(1);

        owes(named("N1", "Unheard Of Ltd"), "7700012", "1.00");
        assertThat(house.desk.run(today).looked()).as("one has its number").isEqualTo(1);

        owes(named("N2", "Payer P7X"), "ZZ-990003", "2.00");
        assertThat(house.desk.run(today).looked())
                .as("one has its debtor's name")
                .isEqualTo(1);

        owes(named("N3", "Unheard Of Too"), "77-00015", "505.00");
        assertThat(house.desk.run(today)).as("one has both").isEqualTo(new ReconciliationDesk.Outcome(0, 1, 1));
        assertThat(open("77-00015")).isEqualTo("0.00");

        house.reviews.undo(receipt("n5"), "rosa", null, today);
        assertThat(house.desk.run(today).looked()).as("the one given back").isEqualTo(1);
        assertThat(open("77-00015")).isEqualTo("505.00");
    }

    @Test
    void a_payer_who_is_learned_wakes_what_waits_of_his_account_and_nothing_else() {
        String account = "DE02120300000000202051";
        owes(named("K1", "Known By Number Only"), "KN-660001", "71.00");
        owes(named("K1", "Known By Number Only"), "KN-660002", "72.00");
        book(
                Bookings.credit("k1", "72.00", "thank you", "Somebody Else Entirely", account),
                Bookings.credit("k2", "73.50", "thank you", "A Third Person", "DE02500105170137075030"));
        assertThat(latestParty("k1")).as("nobody pays from it yet").isEqualTo("unknown");
        long before = decisions("k2");

        book(Bookings.credit("k3", "71.00", "KN-660001", "Somebody Else Entirely", account));

        assertThat(open("KN-660001")).isEqualTo("0.00");
        assertThat(latestParty("k1")).as("now his debtor is known").isEqualTo("account");
        assertThat(decisions("k2")).as("what came from elsewhere is left alone").isEqualTo(before);
        assertThat(house.desk.run(today)).as("once").isEqualTo(new ReconciliationDesk.Outcome(0, 0, 0));
    }

    private String latestParty(String bankId) {
        return jdbc.sql("""
            SELECT split_part(d.stratum, '/', 3) FROM match_decision d JOIN receipt r ON r.id = d.receipt_id
            JOIN bank_transaction t ON t.id = r.transaction_id WHERE t.bank_id = :bankId ORDER BY d.id DESC LIMIT 1
            """).param("bankId", bankId).query(String.class).single();
    }

    private long decisions(String bankId) {
        return jdbc.sql("""
            SELECT count(*) FROM match_decision d JOIN receipt r ON r.id = d.receipt_id
            JOIN bank_transaction t ON t.id = r.transaction_id WHERE t.bank_id = :bankId
            """).param("bankId", bankId).query(Long.class).single();
    }

    @Test
    void two_houses_that_heard_the_same_say_the_same() {
        List<String> said = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            String prefix = "R" + (7 + round) + "-20";
            for (int i = 0; i < 4; i++) {
                owes(named("S" + round, "Same Words"), prefix + (1000 + i), (60 + i) + ".11");
            }
            List<BankTransaction> payments = new ArrayList<>(List.of(
                    Bookings.credit(prefix + "a", "60.11", prefix + "1000", "X", null),
                    Bookings.credit(prefix + "b", "123.23", prefix + "1001 " + prefix + "1002", "Y", null),
                    Bookings.credit(prefix + "c", "63.11", "hello", "Same Words", null)));
            if (round == 1) {
                java.util.Collections.reverse(payments);
            }
            book(payments.toArray(BankTransaction[]::new));
            said.add(String.join(
                            "|",
                            jdbc.sql("""
                                SELECT t.bank_id || ' ' || d.decision || ' ' || d.stratum || ' ' || d.residual_minor
                                FROM match_decision d JOIN receipt r ON r.id = d.receipt_id
                                JOIN bank_transaction t ON t.id = r.transaction_id
                                WHERE t.bank_id LIKE :prefix ORDER BY 1
                                """)
                                    .param("prefix", prefix + "%")
                                    .query(String.class)
                                    .list())
                    .replace(prefix, ""));
        }
        assertThat(said.get(1)).isEqualTo(said.get(0)).contains("a auto number/exact/unknown");
    }

    @Test
    void a_late_look_grants_no_money_twice() {
        owes(named("L1", "Late Ltd"), "LL-550001", "42.00");
        book(Bookings.credit("late", "42.00", "LL-550001", "Late Ltd", null));
        today = LocalDate.parse("2026-03-20");
        jdbc.sql("INSERT INTO match_due (receipt_id) VALUES (:id)")
                .param("id", receipt("late").value())
                .update();

        assertThat(house.desk.run(today).allocated()).isZero();
        assertThat(open("LL-550001")).isEqualTo(eur("0.00").toDecimal());
        assertThat(jdbc.sql("SELECT count(*) FROM match_due")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
