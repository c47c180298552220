package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.receivables.ItemKind;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Match.Kind;
import io.recoup.reconciliation.match.Match.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a payment pays, case by case, as a collector would tell it. */
class MatchingTest {

    private final Desk desk = new Desk().debtor("C-100", "Bäckerei Sonnenschein GmbH", "DE89370400440532013000");

    @Test
    void a_number_and_the_exact_amount_settle_an_invoice() {
        Match match = desk.invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10")
                .pays("P", 48_000, "Rechnung RE 2026/00417", "Baeckerei Sonnenschein", "DE89370400440532013000")
                .only();
        assertThat(match.decision()).isEqualTo(Decision.AUTO);
        assertThat(told(match)).containsExactly("RE-2026-00417 48000 FULL");
        assertThat(match.residual().isZero()).isTrue();
        assertThat(match.why()).extracting(Reason::toString).contains("names RE-2026-00417", "exact amount");
    }

    @Test
    void a_number_cut_by_the_bank_is_still_that_number() {
        assertThat(told(desk.invoice("C-100", "RE-2026-00417", 48_123, "2026-03-10")
                        .pays("P", 48_123, "Zahlung fuer RE-2026-0\n0417 danke", null, null)
                        .only()))
                .containsExactly("RE-2026-00417 48123 FULL");
    }

    @Test
    void an_issued_reference_stands_above_the_payer() {
        Match match = desk.strictly()
                .referenced("C-100", "A-1", 48_000, "2026-03-10", "RF18539007547034")
                .pays("P", Desk.TODAY, 48_000, "RF18 5390 0754 7034", null, "Somebody Else", "DE0010001")
                .only();
        assertThat(match.decision()).isEqualTo(Decision.AUTO);
        assertThat(match.stratum().naming()).isEqualTo(Stratum.Naming.REFERENCE);
    }

    @Test
    void several_named_invoices_and_a_credit_note_are_one_payment() {
        assertThat(told(desk.invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10")
                        .invoice("C-100", "RE-2026-00418", 12_050, "2026-03-12")
                        .credit("C-100", "GS-2026-00012", 5_000)
                        .pays(
                                "P",
                                55_050,
                                "RE-2026-00417, 00418 abzgl. GS-2026-00012",
                                "Bäckerei Sonnenschein GmbH",
                                null)
                        .only()))
                .containsExactlyInAnyOrder(
                        "RE-2026-00417 48000 FULL", "RE-2026-00418 12050 FULL", "GS-2026-00012 -5000 CREDIT");
    }

    @Test
    void a_range_means_all_between() {
        for (int i = 1; i <= 6; i++) {
            desk.invoice("C-100", "RE-2026-0010" + i, 10_000 + 111L * i, "2026-03-10");
        }
        assertThat(told(desk.pays(
                                "P",
                                4 * 10_000 + 111 * (2 + 3 + 4 + 5),
                                "RE-2026-00102 - 105",
                                "Bäckerei Sonnenschein",
                                null)
                        .only()))
                .hasSize(4);
    }

    @Test
    void a_discount_counts_inside_its_window_and_not_long_after() {
        desk.discounted("C-100", "RE-2026-00417", 48_050, "2026-04-10", "2026-03-20", "2");
        Match inside = desk.pays("P", 47_089, "RE-2026-00417", null, "DE89370400440532013000")
                .only();
        assertThat(told(inside)).containsExactly("RE-2026-00417 47089 DISCOUNT");
        assertThat(inside.parts().get(0).forgiven()).isEqualTo(961);
        Match outside = new Desk()
                .debtor("C-100", "Bäckerei Sonnenschein GmbH", "DE89370400440532013000")
                .discounted("C-100", "RE-2026-00417", 48_050, "2026-04-10", "2026-03-10", "2")
                .pays("P", 47_089, "RE-2026-00417", null, "DE89370400440532013000")
                .only();
        assertThat(outside.decision()).isNotEqualTo(Decision.AUTO);
    }

    @Test
    void less_than_the_tolerance_settles_more_is_a_part() {
        desk.invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10");
        assertThat(told(desk.pays("P", 47_900, "RE-2026-00417", null, "DE89370400440532013000")
                        .only()))
                .containsExactly("RE-2026-00417 47900 TOLERANCE");
        assertThat(told(new Desk()
                        .debtor("C-100", "Bäckerei Sonnenschein GmbH", "DE89370400440532013000")
                        .invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10")
                        .pays("P", 47_899, "RE-2026-00417", null, "DE89370400440532013000")
                        .only()))
                .containsExactly("RE-2026-00417 47899 PARTIAL");
    }

    @Test
    void more_than_is_open_leaves_unapplied_cash() {
        Match match = desk.invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10")
                .pays("P", 50_000, "RE-2026-00417", null, "DE89370400440532013000")
                .only();
        assertThat(told(match)).containsExactly("RE-2026-00417 48000 FULL");
        assertThat(match.residual().minor()).isEqualTo(2_000);
    }

    @Test
    void of_equal_items_the_one_due_first_is_taken_and_told() {
        Match match = desk.invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10")
                .invoice("C-100", "RE-2026-00317", 48_000, "2026-02-10")
                .pays("P", 48_000, "Miete", null, "DE89370400440532013000")
                .only();
        assertThat(told(match)).containsExactly("RE-2026-00317 48000 FULL");
        assertThat(match.why()).extracting(Reason::code).contains("equal-items");
    }

    @Test
    void an_amount_that_fits_two_different_bundles_is_shown_and_never_booked() {
        for (long minor : new long[] {10_010, 20_020, 30_030, 40_040}) {
            desk.invoice("C-100", "RE-2026-9" + minor, minor, "2026-03-10");
        }
        Match match = desk.pays("P", 50_050, "Zahlung", null, "DE89370400440532013000")
                .only();
        assertThat(match.decision()).isNotEqualTo(Decision.AUTO);
    }

    @Test
    void a_number_with_the_payer_of_another_is_left_to_a_person() {
        Match match = desk.invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10")
                .strictly()
                .pays("P", 48_000, "RE-2026-00417", "Kunde Nummer1 GmbH", "DE0010001")
                .only();
        assertThat(match.decision()).isEqualTo(Decision.REVIEW);
        assertThat(match.why()).extracting(Reason::code).contains("payer-other");
    }

    @Test
    void the_second_of_two_equal_payments_finds_nothing_left() {
        List<Match> matches = desk.invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10")
                .pays("P2", Desk.TODAY, 48_000, null, "RE-2026-00417", null, "DE89370400440532013000")
                .pays("P1", Desk.TODAY.minusDays(3), 48_000, null, "RE-2026-00417", null, "DE89370400440532013000")
                .decide();
        assertThat(matches).extracting(match -> match.payment().key()).containsExactly("P1", "P2");
        assertThat(matches.get(0).decision()).isEqualTo(Decision.AUTO);
        assertThat(matches.get(1).decision()).isEqualTo(Decision.NONE);
        assertThat(matches.get(1).why()).extracting(Reason::code).containsExactly("none.settled");
    }

    @Test
    void several_payments_settle_one_invoice_one_after_the_other() {
        List<Match> matches = desk.referenced("C-100", "A-1", 90_000, "2026-03-10", "RF18539007547034")
                .pays("P1", Desk.TODAY.minusDays(9), 30_000, "RF18539007547034", null, null, "DE89370400440532013000")
                .pays("P2", Desk.TODAY, 60_000, "RF18539007547034", null, null, "DE89370400440532013000")
                .decide();
        assertThat(matches).allSatisfy(match -> assertThat(match.parts()).hasSize(1));
        assertThat(matches.stream()
                        .flatMap(match -> match.parts().stream())
                        .mapToLong(Part::amount)
                        .sum())
                .isEqualTo(90_000);
    }

    @Test
    void instalments_of_one_document_are_paid_in_the_order_of_their_due_dates() {
        for (int part = 1; part <= 3; part++) {
            desk.item(
                    "C-100",
                    ItemKind.INSTALMENT,
                    "RE-2026-00600",
                    part,
                    20_000,
                    "2026-0" + (part + 1) + "-15",
                    null,
                    List.of());
        }
        Match match = desk.pays("P", 20_000, "RE-2026-00600", null, "DE89370400440532013000")
                .only();
        assertThat(match.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.item().instalment()).isEqualTo(1));
    }

    @Test
    void money_of_a_stranger_for_nothing_of_ours_stays_alone() {
        Match match = desk.pays("P", 77_777, "Steuererstattung 2025", "Finanzamt Hannover", "DE99123")
                .only();
        assertThat(match.decision()).isEqualTo(Decision.NONE);
        assertThat(match.parts()).isEmpty();
    }

    private static List<String> told(Match match) {
        return match.parts().stream()
                .map(part -> part.item().number() + " " + part.amount() + " "
                        + (part.kind() == Kind.FULL ? "FULL" : part.kind()))
                .toList();
    }
}
