package io.recoup.banking;

import static io.recoup.banking.Gathered.entry;
import static io.recoup.banking.Gathered.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.recoup.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CamtReaderTest {

    private final Gathered day = Gathered.of(Gathered.fixture("one-day.camt053.xml"));

    @Test
    void reads_a_payment_with_everything_that_identifies_it() {
        BankTransaction payment = day.transactions.get(0);
        assertThat(payment.account()).isEqualTo("DE02120300000000202051");
        assertThat(payment.statement()).isEqualTo("2026-048");
        assertThat(payment.bookedOn()).isEqualTo(LocalDate.parse("2026-03-09"));
        assertThat(payment.valueOn()).isEqualTo(LocalDate.parse("2026-03-10"));
        assertThat(payment.status()).isEqualTo(EntryStatus.BOOKED);
        assertThat(payment.direction()).isEqualTo(Direction.CREDIT);
        assertThat(payment.amount()).isEqualTo(Money.of(50_00, "EUR"));
        assertThat(payment.counterparty())
                .isEqualTo(new Counterparty("Müller & Söhne", "DE75512108001245126199", "SOGEDEFF"));
        assertThat(payment.endToEndId()).as("NOTPROVIDED is no id").isNull();
        assertThat(payment.remittance()).isEqualTo("Rechnung RE-2026-0\n017");
        assertThat(payment.bankId()).isNull();
    }

    @Test
    void numbers_equal_payments_of_a_statement_so_that_both_stay() {
        assertThat(day.transactions.get(0).occurrence()).isEqualTo(1);
        assertThat(day.transactions.get(1).occurrence()).isEqualTo(2);
        assertThat(day.transactions.get(0).identity())
                .isNotEqualTo(day.transactions.get(1).identity());
    }

    @Test
    void makes_a_batch_one_item_for_each_transaction_and_one_for_the_rest() {
        assertThat(day.transactions.subList(2, 6))
                .extracting(BankTransaction::bankId, t -> t.signed().toDecimal(), BankTransaction::balancing)
                .containsExactly(
                        tuple("BATCH-7/1", "100.00", false),
                        tuple("BATCH-7/2", "60.00", false),
                        tuple("RET-1", "-20.00", false),
                        tuple("BATCH-7/rest", "-2.50", true));
        assertThat(day.transactions.get(2).reference()).isEqualTo("RF18539007547034");
        assertThat(day.transactions.get(4).reversal()).as("a returned debit").isTrue();
    }

    @Test
    void marks_a_reversal_and_takes_the_entrys_text_where_there_is_no_other() {
        BankTransaction storno = day.transactions.get(6);
        assertThat(storno.reversal()).isTrue();
        assertThat(storno.direction()).isEqualTo(Direction.DEBIT);
        assertThat(storno.bankId()).isEqualTo("STORNO-1");
        assertThat(storno.remittance()).isEqualTo("Storno");
    }

    @Test
    void balances_a_statement_over_its_booked_entries_only() {
        BankStatement statement = day.statements.get(0);
        assertThat(statement.format()).isEqualTo("camt.053.001.08");
        assertThat(statement.opening()).isEqualTo(Money.of(100_00, "EUR"));
        assertThat(statement.closing()).isEqualTo(Money.of(327_50, "EUR"));
        assertThat(statement.entries()).isEqualTo(5);
        assertThat(statement.transactions()).isEqualTo(8);
        assertThat(statement.balanced()).isTrue();
        assertThat(day.transactions.get(7).status()).isEqualTo(EntryStatus.PENDING);
        assertThat(day.transactions.get(7).bookedOn()).as("closing balance's").isEqualTo("2026-03-09");
    }

    @Test
    void accepts_superfluous_zeros_and_rejects_what_is_finer_than_the_minor_unit() {
        Gathered read = Gathered.of(statement("\n" + entry("<Amt Ccy='EUR'>18.15000</Amt>", "")
                + "\n" + entry("<Amt Ccy='EUR'>18.151</Amt>", "")
                + "\n" + entry("<Amt Ccy='JPY'>18</Amt>", "")
                + "\n" + entry("<Amt Ccy='KWD'>1.234</Amt>", "")));
        assertThat(read.transactions)
                .extracting(BankTransaction::amount)
                .containsExactly(Money.of(1815, "EUR"), Money.of(18, "JPY"), Money.of(1234, "KWD"));
        assertThat(read.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(3);
            assertThat(rejected.reason()).contains("18.151", "finer than the minor unit of EUR");
        });
    }

    @Test
    void rejects_only_the_entry_that_cannot_be_read() {
        Gathered read = Gathered.of(statement(entry("<Amt Ccy='EUR'>1</Amt>", "")
                + entry("<Amt Ccy='XYZ'>1</Amt>", "")
                + entry("<Amt>1</Amt>", "")
                + entry("", "")
                + entry("<Amt Ccy='EUR'>-1</Amt>", "")
                + entry("<Amt Ccy='EUR'>1e2</Amt>", "")
                + entry("<Amt Ccy='EUR'>99999999999999999999</Amt>", "")
                + entry("<Amt Ccy='EUR'>1</Amt>", "<ValDt><Dt>2026-02-30</Dt></ValDt>")
                + entry("<Amt Ccy='EUR'>2</Amt>", "")));
        assertThat(read.error).isNull();
        assertThat(read.transactions).extracting(t -> t.amount().minor()).containsExactly(100L, 200L);
        assertThat(read.rejected).hasSize(7);
        assertThat(read.statements.get(0).entries()).isEqualTo(9);
    }

    @Test
    void takes_the_amount_in_the_entrys_currency_and_keeps_charges_as_the_rest() {
        Gathered read = Gathered.of(statement(entry(
                "<Amt Ccy='EUR'>98.00</Amt>",
                "<NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy='USD'>110.00</Amt></InstdAmt>"
                        + "<TxAmt><Amt Ccy='EUR'>100.00</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls>")));
        assertThat(read.transactions).extracting(t -> t.signed().toString()).containsExactly("100.00 EUR", "-2.00 EUR");
    }

    @Test
    void reads_a_single_transaction_as_its_entry_where_it_names_no_amount_in_that_currency() {
        Gathered read = Gathered.of(statement(entry(
                "<Amt Ccy='EUR'>98.00</Amt>",
                "<NtryDtls><TxDtls><CdtDbtInd>DBIT</CdtDbtInd><Amt Ccy='USD'>110.00</Amt></TxDtls></NtryDtls>")));
        assertThat(read.transactions).extracting(t -> t.signed().toString()).containsExactly("98.00 EUR");
    }

    @Test
    void respects_byte_order_marks_and_declared_encodings() {
        String xml = statement(entry("<Amt Ccy='EUR'>1</Amt>", "<AddtlNtryInf>Straße</AddtlNtryInf>"));
        byte[] latin = ("<?xml version='1.0' encoding='ISO-8859-1'?>" + xml).getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] bytes : new byte[][] {
            xml.getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + xml).getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + xml).getBytes(StandardCharsets.UTF_16LE),
            ("\ufeff" + xml).getBytes(StandardCharsets.UTF_16BE),
            latin
        }) {
            assertThat(Gathered.of(bytes).transactions)
                    .extracting(BankTransaction::remittance)
                    .containsExactly("Straße");
        }
    }

    @Test
    void names_the_line_where_the_encoding_breaks_even_far_into_the_file() {
        StringBuilder entries = new StringBuilder();
        for (int line = 2; line <= 900; line++) {
            String text = line == 700 ? "Straße" : "Strasse";
            entries.append("\n").append(entry("<Amt Ccy='EUR'>1</Amt>", "<AddtlNtryInf>" + text + "</AddtlNtryInf>"));
        }
        Gathered read = Gathered.of(statement(entries.toString()).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read.error).isNotNull();
        assertThat(read.error.line()).isEqualTo(700);
        assertThat(read.error.reason()).contains("encoding");
        assertThat(read.transactions).hasSizeGreaterThan(600);
    }

    @Test
    void says_what_a_file_is_when_it_is_no_statement() {
        assertThat(Gathered.of("<pain/>").error.reason()).contains("not a bank statement", "pain");
        assertThat(Gathered.of("date;amount\n").error.reason()).contains("not a bank statement");
        assertThat(Gathered.of("").error.reason()).contains("empty");
    }
}
