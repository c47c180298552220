package io.recoup.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CaseNewsReaderTest {

    @Test
    void payments_come_before_the_report_that_may_close_the_case() {
        var news = CaseNewsReader.read("""
                {"caseNumber": "RC-1", "state": "closed", "outcome": "paid", "currency": "EUR", "outstanding": "0.00",
                 "payments": [{"paymentId": "P1", "on": "2026-03-31", "currency": "EUR", "amount": "10.00",
                               "receivedBy": "agency"}]}
                """, "acme");

        assertThat(news).hasSize(2);
        assertThat(news.get(0))
                .isEqualTo(new CasePayment(
                        "acme",
                        "RC-1",
                        null,
                        "P1",
                        Money.parse("10.00", "EUR"),
                        LocalDate.parse("2026-03-31"),
                        CasePayment.Recipient.AGENCY,
                        false));
        assertThat(((CaseReport) news.get(1)).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void a_word_we_do_not_know_is_kept_as_it_was_said() {
        CaseReport report =
                (CaseReport) CaseNewsReader.read("{\"caseNumber\": \"RC-1\", \"state\": \"gone fishing\"}", "acme")
                        .get(0);

        assertThat(report.state()).isNull();
        assertThat(report.raw()).isEqualTo("gone fishing");
    }

    @Test
    void what_cannot_be_read_names_its_field() {
        assertThatThrownBy(() -> CaseNewsReader.read("<html>", "acme")).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> CaseNewsReader.read("", "acme")).hasMessageContaining("case-report/1");
        assertThatThrownBy(() -> CaseNewsReader.read("{\"state\": \"active\"}", "acme"))
                .hasMessageContaining("caseNumber or agencyCaseId");
        assertThatThrownBy(() -> CaseNewsReader.read(
                        "{\"caseNumber\": \"RC-1\", \"state\": \"active\", \"outstanding\": \"1.00\"}", "acme"))
                .hasMessageContaining("currency");
        assertThatThrownBy(() -> CaseNewsReader.read(
                        "{\"caseNumber\": \"RC-1\", \"state\": \"active\", \"at\": \"today\"}", "acme"))
                .hasMessageContaining("field at 'today'");
    }
}
