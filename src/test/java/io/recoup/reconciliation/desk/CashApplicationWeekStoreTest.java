package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.creditNote;
import static io.recoup.receivables.Entries.eur;
import static io.recoup.receivables.Entries.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ReceiptId;
import io.recoup.receivables.RefusedEntry;
import io.recoup.reconciliation.HandReceipt;
import io.recoup.reconciliation.Proposal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A week of cash application: what the desk books by itself, what it proposes to Rosa, and what she makes of it. */
class CashApplicationWeekStoreTest extends MatchingTest {

    private static final String ACME = "DE89370400440532013000";
    private static final String BOLT = "ES9121000418450200051332";

    @BeforeAll
    void open() {
        house = openHouse(new ReconciliationSettings(
                "-",
                ReconciliationSettings.Base.STRICT,
                1.0,
                "week",
                0.001,
                Map.of("EUR", new BigDecimal("0.50")),
                Map.of(),
                60,
                2));
    }

    @Test
    void from_monday_to_friday() {
        monday();
        tuesday();
        wednesday();
        thursday();
        friday();
    }

    private void monday() {
        owes(named("C100", "Acme Tools GmbH", ACME), "F-2026-1001", "100.00");
        owes(named("C100", "Acme Tools GmbH", ACME), "F-2026-1002", "250.00");
        owes(named("C200", "Bolt Hermanos SL", BOLT), "F-2026-2001", "310.00");
        book(
                Bookings.credit("named", "100.00", "Invoice F-2026-1001", "ACME TOOLS GMBH", ACME),
                Bookings.credit("in part", "200.00", "F-2026-2001 a cuenta", "BOLT HERMANOS SL", BOLT));

        // the whole number and the exact amount need nobody; all of these are drawn for a check in this house
        assertThat(open("F-2026-1001")).isEqualTo("0.00");
        assertThat(proposal("named").best().outcome()).isEqualTo("auto");
        assertThat(house.reviews.audits(10)).singleElement().satisfies(drawn -> assertThat(drawn.receipt())
                .isEqualTo(receipt("named")));

        // a part is proposed, with why and why not
        Proposal inPart = proposal("in part");
        assertThat(inPart.left()).isEqualTo(eur("200.00"));
        assertThat(inPart.best().outcome()).isEqualTo("review");
        assertThat(inPart.best().parts()).singleElement().satisfies(part -> {
            assertThat(part.item().number()).isEqualTo("F-2026-2001");
            assertThat(part.debtor()).isEqualTo("Bolt Hermanos SL");
            assertThat(part.kind()).isEqualTo("partial");
        });
        assertThat(inPart.best().why()).extracting(reason -> reason.code()).contains("number", "partial");
        assertThat(inPart.best().against().code()).isEqualTo("unsure");
        house.reviews.accept(receipt("in part"), "rosa", today);
        assertThat(open("F-2026-2001")).isEqualTo("110.00");

        // she says the sample was right: one answer on that kind of evidence
        house.reviews.answer(house.reviews.audits(1).get(0).best().decision(), true, "rosa", today);
        assertThat(house.reviews.audits(10)).isEmpty();
    }

    private void tuesday() {
        today = today.plusDays(1);
        enter(withDiscount(owedBy(invoice("F-2026-1003", "400.00"), "C100", "Acme Tools GmbH", ACME), "2026-03-12"));
        enter(owedBy(creditNote("AB-2026-01", "50.00", null), "C100", "Acme Tools GmbH", ACME));
        owes(named("C200", "Bolt Hermanos SL", BOLT), "F-2026-2002", "75.50");
        book(
                Bookings.credit("discount", "392.00", "F-2026-1003 abzgl. 2% Skonto", "ACME TOOLS GMBH", ACME),
                Bookings.credit("netted", "200.00", "F-2026-1002 less AB-2026-01", "ACME TOOLS GMBH", ACME),
                Bookings.credit("charges", "75.30", "F-2026-2002", "BOLT HERMANOS SL", BOLT),
                Bookings.credit("too much", "120.00", "F-2026-2001", "BOLT HERMANOS SL", BOLT));
        assertThat(proposal("discount").best().parts().get(0).forgiven()).isEqualTo(eur("8.00"));
        assertThat(proposal("netted").best().parts())
                .extracting(Proposal.Part::kind)
                .containsExactly("full", "credit");
        assertThat(proposal("charges").best().parts().get(0).kind()).isEqualTo("tolerance");
        assertThat(proposal("too much").best().residual()).isEqualTo(eur("10.00"));

        for (String id : List.of("discount", "netted", "charges", "too much")) {
            house.reviews.accept(receipt(id), "rosa", today);
        }

        assertThat(List.of(open("F-2026-1002"), open("F-2026-1003"), open("F-2026-2001"), open("F-2026-2002")))
                .containsOnly("0.00");
        assertThat(open("AB-2026-01")).isEqualTo("0.00");
        assertThat(proposal("too much").left()).isEqualTo(eur("10.00"));
        assertThat(kinds()).containsExactlyInAnyOrder("discount_granted", "netted", "small_difference");
    }

    private void wednesday() {
        today = today.plusDays(1);
        // each kind of booking comes back to the cent, and is not made again by rule
        for (String id : List.of("discount", "netted", "charges")) {
            house.reviews.undo(receipt(id), "rosa", "to be asked", today);
        }
        assertThat(List.of(open("F-2026-1002"), open("F-2026-1003"), open("F-2026-2002"), open("AB-2026-01")))
                .containsExactly("250.00", "400.00", "75.50", "50.00");
        house.desk.run(today);
        assertThat(proposal("discount").best().why())
                .extracting(reason -> reason.code())
                .containsExactly("declined");
        assertThatThrownBy(() -> house.reviews.accept(receipt("discount"), "rosa", today))
                .isInstanceOf(RefusedEntry.class)
                .hasMessageContaining("nothing is proposed");
        // a person may still choose: here the full amount is wanted, and the rest stays open
        house.reviews.choose(receipt("discount"), List.of(part("F-2026-1003", "392.00")), "rosa", "no discount", today);
        assertThat(open("F-2026-1003")).isEqualTo("8.00");
    }

    private void thursday() {
        today = today.plusDays(1);
        HandReceipt cheque =
                new HandReceipt("slip 17", "cheque", debtorOf("C200"), eur("80.00"), today, List.of(), "cheque 4711");
        ReceiptId money = house.reviews.enter(cheque, "rosa", today);
        assertThat(house.reviews.enter(cheque, "rosa", today))
                .as("a second click")
                .isEqualTo(money);
        assertThat(open("F-2026-2002")).isEqualTo("0.00");
        assertThat(house.reviews.proposal(money).orElseThrow().left()).isEqualTo(eur("4.50"));

        house.reviews.clear(money, "rosa", today);
        assertThatThrownBy(() -> house.reviews.clear(money, "rosa", today)).hasMessageContaining("is cleared");
        house.reviews.bounce(money, "rosa", "no funds", today);
        assertThat(open("F-2026-2002")).isEqualTo("75.50");
        assertThatThrownBy(() -> house.reviews.bounce(money, "rosa", "again", today))
                .hasMessageContaining("taken back already");
    }

    private void friday() {
        today = today.plusDays(1);
        assertThat(house.reviews.search("F 2026/2002", null, null, 5))
                .extracting(item -> item.number())
                .containsExactly("F-2026-2002");
        assertThat(house.reviews.search(null, "bolt", eur("75.50"), 5)).hasSize(1);
        assertThat(house.reviews.search(null, "C100", null, 5))
                .extracting(item -> item.number())
                .containsExactlyInAnyOrder("F-2026-1002", "F-2026-1003", "AB-2026-01");
        assertThat(house.reviews.search(null, null, null, 5)).isEmpty();

        // nothing new: nothing is looked at, nothing stored
        house.desk.run(today);
        int decisions = count("match_decision");
        assertThat(house.desk.run(today)).isEqualTo(new ReconciliationDesk.Outcome(0, 0, 0));
        assertThat(count("match_decision")).isEqualTo(decisions);
        assertThatThrownBy(() -> jdbc.sql("UPDATE match_decision SET score = 0").update())
                .hasMessageContaining("append-only");
    }

    private List<String> kinds() {
        return jdbc.sql("""
            SELECT kind FROM posting WHERE receipt_id IS NOT NULL AND kind NOT IN ('received', 'allocated', 'credit_used')
            """).query(String.class).list();
    }

    private static InvoiceEntry owedBy(InvoiceEntry i, String id, String name, String iban) {
        return new InvoiceEntry(
                i.source(),
                i.sourceId(),
                null,
                i.kind(),
                i.number(),
                i.issuedOn(),
                i.dueOn(),
                i.total(),
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                named(id, name, iban));
    }

    private static InvoiceEntry withDiscount(InvoiceEntry i, String until) {
        return new InvoiceEntry(
                i.source(),
                i.sourceId(),
                null,
                i.kind(),
                i.number(),
                i.issuedOn(),
                i.dueOn(),
                i.total(),
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new InvoiceEntry.Discount(LocalDate.parse(until), new BigDecimal("2"))),
                List.of(),
                i.debtor());
    }
}
