package io.recoup.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private final Book book = new Book();

    @Test
    void an_issued_reference_with_the_exact_amount_is_allocated() {
        OpenItem item = book.invoice(1, "F-2026/0012", "120.00", "RF18539007547034");

        assertThat(decide("120.00", "RF18 5390 0754 7034", null))
                .isEqualTo(
                        new MatchDecision.Allocate(
                                List.of(new io.recoup.receivables.Ledger.Part(item.id(), eur("120.00"))),
                                "reference",
                                "carries reference RF18539007547034, issued for F-2026/0012; exact amount; no other document fits"));
    }

    @Test
    void a_reference_inside_the_text_counts_too_even_cut_by_the_bank() {
        book.invoice(1, "F-2026/0012", "120.00", "RF18539007547034");

        assertThat(decide("120.00", null, "PAGO RF18 5390\n0754 7034 GRACIAS"))
                .isInstanceOf(MatchDecision.Allocate.class);
    }

    @Test
    void a_document_number_is_known_however_its_separators_are_written() {
        book.invoice(1, "F-2026/0012", "120.00", null);

        for (String text : List.of("F-2026/0012", "fra f 2026 0012", "Factura F20260012.", "F-2026/\n0012")) {
            assertThat(decide("120.00", null, text)).as(text).isInstanceOf(MatchDecision.Allocate.class);
        }
    }

    @Test
    void a_number_that_is_only_part_of_another_proves_nothing() {
        book.invoice(1, "F-2026/001", "120.00", null);

        assertThat(decide("120.00", null, "F-2026/0012"))
                .isEqualTo(new MatchDecision.Leave("no document of ours is named in the payer's text"));
    }

    @Test
    void one_cent_more_or_less_waits() {
        book.invoice(1, "F-2026/0012", "120.00", null);

        assertThat(decide("119.99", null, "F-2026/0012").reason()).contains("120.00 EUR is open", "119.99 EUR");
        assertThat(decide("120.01", null, "F-2026/0012")).isInstanceOf(MatchDecision.Leave.class);
        assertThat(decide("120.00", null, "F-2026/0012")).isInstanceOf(MatchDecision.Allocate.class);
    }

    @Test
    void two_documents_in_the_text_wait_even_if_one_amount_fits() {
        book.invoice(1, "F-2026/0012", "120.00", null);
        book.invoice(1, "F-2026/0013", "50.00", null);

        assertThat(decide("120.00", null, "F-2026/0012 y F-2026/0013").reason())
                .isEqualTo("the text names several documents: F-2026/0012, F-2026/0013");
    }

    @Test
    void money_that_names_documents_of_one_debtor_is_his_though_it_waits() {
        book.invoice(7, "F-2026/0012", "120.00", null);
        book.invoice(7, "F-2026/0013", "50.00", null);
        book.invoice(8, "F-2026/0014", "50.00", null);

        assertThat(decide("170.00", null, "F-2026/0012 y F-2026/0013"))
                .isInstanceOfSatisfying(MatchDecision.Leave.class, leave -> assertThat(leave.debtor())
                        .isEqualTo(new DebtorId(7)));
        assertThat(decide("119.00", null, "F-2026/0012"))
                .isInstanceOfSatisfying(MatchDecision.Leave.class, leave -> assertThat(leave.debtor())
                        .isEqualTo(new DebtorId(7)));
        assertThat(decide("100.00", null, "F-2026/0013 y F-2026/0014"))
                .isInstanceOfSatisfying(MatchDecision.Leave.class, leave -> assertThat(leave.debtor())
                        .isNull());
    }

    @Test
    void a_reference_of_one_document_and_the_number_of_another_wait() {
        book.invoice(1, "F-2026/0012", "120.00", "RF18539007547034");
        book.invoice(1, "F-2026/0013", "120.00", null);

        assertThat(decide("120.00", "RF18539007547034", "F-2026/0013")).isInstanceOf(MatchDecision.Leave.class);
    }

    @Test
    void the_same_number_of_two_companies_waits() {
        book.invoice(1, "0012-26", "120.00", null);
        book.invoice(2, "0012-26", "120.00", null);

        assertThat(decide("120.00", null, "0012-26")).isInstanceOf(MatchDecision.Leave.class);
    }

    @Test
    void an_account_of_another_debtor_contradicts_a_number_but_not_an_issued_reference() {
        book.invoice(1, "F-2026/0012", "120.00", "RF18539007547034");

        assertThat(decide("120.00", null, "F-2026/0012", new DebtorId(2)).reason())
                .contains("another debtor");
        assertThat(decide("120.00", null, "F-2026/0012", new DebtorId(1))).isInstanceOf(MatchDecision.Allocate.class);
        assertThat(decide("120.00", "RF18539007547034", null, new DebtorId(2)))
                .isInstanceOf(MatchDecision.Allocate.class);
    }

    @Test
    void what_a_person_took_away_is_not_given_back() {
        OpenItem item = book.invoice(1, "F-2026/0012", "120.00", null);

        Payment payment = new Payment(eur("120.00"), null, "F-2026/0012", null, Set.of(item.id()));
        assertThat(Matcher.decide(payment, book).reason()).contains("a person took it away");
    }

    @Test
    void an_instalment_is_paid_by_its_amount_and_all_of_them_by_their_sum() {
        OpenItem one = book.part(1, "F-7000", 1, "50.00");
        OpenItem two = book.part(1, "F-7000", 2, "50.00");

        assertThat(((MatchDecision.Allocate) decide("50.00", null, "F-7000")).parts())
                .extracting(part -> part.item())
                .containsExactly(one.id());
        assertThat(((MatchDecision.Allocate) decide("100.00", null, "F-7000")).parts())
                .extracting(part -> part.item())
                .containsExactly(one.id(), two.id());
    }

    @Test
    void a_settled_document_a_credit_note_and_another_currency_wait_with_their_reason() {
        book.settled(1, "F-2026/0001", "10.00");
        assertThat(decide("10.00", null, "F-2026/0001").reason()).contains("settled already");
        book.add(1, ItemKind.CREDIT_NOTE, "AB-2026/1", 0, "10.00", "10.00", null);
        assertThat(decide("10.00", null, "AB-2026/1").reason()).contains("credit note");
        book.invoice(1, "F-2026/0002", "10.00", null);
        Payment dollars = new Payment(Money.parse("10.00", "USD"), null, "F-2026/0002", null, Set.of());
        assertThat(Matcher.decide(dollars, book).reason()).contains("in EUR", "in USD");
    }

    @Test
    void years_and_short_numbers_prove_nothing() {
        book.invoice(1, "2026", "120.00", null);
        book.invoice(1, "812", "120.00", null);

        assertThat(decide("120.00", null, "cuota 2026")).isInstanceOf(MatchDecision.Leave.class);
        assertThat(decide("120.00", null, "812")).isInstanceOf(MatchDecision.Leave.class);
        assertThat(decide("120.00", null, null).reason()).contains("no reference and no document number");
    }

    private MatchDecision decide(String amount, String reference, String text) {
        return decide(amount, reference, text, null);
    }

    private MatchDecision decide(String amount, String reference, String text, DebtorId payer) {
        return Matcher.decide(new Payment(eur(amount), reference, text, payer, Set.of()), book);
    }

    private static Money eur(String amount) {
        return Money.parse(amount, "EUR");
    }

    private static final class Book implements Matcher.Register {

        private final List<OpenItem> items = new ArrayList<>();

        OpenItem invoice(long debtor, String number, String amount, String reference) {
            return add(debtor, ItemKind.INVOICE, number, 0, amount, amount, reference);
        }

        OpenItem part(long debtor, String number, int instalment, String amount) {
            return add(debtor, ItemKind.INSTALMENT, number, instalment, amount, amount, null);
        }

        void settled(long debtor, String number, String amount) {
            add(debtor, ItemKind.INVOICE, number, 0, amount, "0.00", null);
        }

        OpenItem add(
                long debtor,
                ItemKind kind,
                String number,
                int instalment,
                String amount,
                String open,
                String reference) {
            OpenItem item = new OpenItem(
                    new ItemId(items.size() + 1),
                    new DebtorId(debtor),
                    kind,
                    number,
                    instalment,
                    eur(amount),
                    eur(open),
                    LocalDate.parse("2026-02-01"),
                    LocalDate.parse("2026-03-03"),
                    reference,
                    "erp");
            items.add(item);
            return item;
        }

        @Override
        public List<OpenItem> byReferences(Collection<String> references) {
            return items.stream()
                    .filter(item -> item.reference() != null && references.contains(item.reference()))
                    .toList();
        }

        @Override
        public List<OpenItem> byNumbers(Collection<String> numbers) {
            return items.stream()
                    .filter(item -> numbers.contains(Keys.normalised(item.number())))
                    .toList();
        }
    }
}
