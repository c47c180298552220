package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.console.store.ArrearsRows;
import io.recoup.console.store.ArrearsRows.Arrears;
import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.Entries;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.testing.RecoupTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is open by its age. Each document has an amount of its own, so that a sum says which it holds. */
class ArrearsPagesTest extends RecoupTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");

    @Autowired
    private Ledger ledger;

    @Autowired
    private ArrearsRows arrears;

    private final List<InvoiceEntry> entered = new ArrayList<>();

    @AfterAll
    void leave_nothing_open_for_others() {
        entered.forEach(document -> ledger.enter(cancelled(document), Cause.inbox(1), DAY));
    }

    @Test
    void days_since_issue_are_told_apart_at_30_60_90_and_180() {
        owes("SEK", 1, -1, -1); // dated ahead
        owes("SEK", 2, 0, 0);
        owes("SEK", 4, 30, 0);
        owes("SEK", 8, 31, 0);
        owes("SEK", 16, 60, 0);
        owes("SEK", 32, 61, 0);
        owes("SEK", 64, 90, 0);
        owes("SEK", 128, 91, 0);
        owes("SEK", 256, 180, 0);
        owes("SEK", 512, 181, 0);
        assertThat(of("SEK").sinceIssue())
                .extracting(Money::minor)
                .containsExactly(1L + 2 + 4, 8L + 16, 32L + 64, 128L + 256, 512L);
        assertThat(of("SEK").total()).isEqualTo(Money.of(1023, "SEK"));
    }

    @Test
    void days_past_due_are_told_apart_at_0_30_60_and_90() {
        owes("NOK", 1, 100, -1);
        owes("NOK", 2, 100, 0); // the last day to pay
        owes("NOK", 4, 100, 1);
        owes("NOK", 8, 100, 30);
        owes("NOK", 16, 100, 31);
        owes("NOK", 32, 100, 60);
        owes("NOK", 64, 100, 61);
        owes("NOK", 128, 100, 90);
        owes("NOK", 256, 100, 91);
        assertThat(of("NOK").pastDue())
                .extracting(Money::minor)
                .containsExactly(1L + 2, 4L + 8, 16L + 32, 64L + 128, 256L);
        assertThat(of("NOK").sinceIssue()).extracting(Money::minor).containsExactly(0L, 0L, 0L, 511L, 0L);
    }

    @Test
    void an_unused_credit_note_has_no_age_and_is_taken_off_the_total() {
        owes("DKK", 1000, 45, 15);
        enter("DKK", 300, 200, 190, ItemKind.CREDIT_NOTE);
        assertThat(of("DKK")).satisfies(open -> {
            assertThat(open.sinceIssue()).extracting(Money::minor).containsExactly(0L, 1000L, 0L, 0L, 0L);
            assertThat(open.pastDue()).extracting(Money::minor).containsExactly(0L, 1000L, 0L, 0L, 0L);
            assertThat(open.credit()).isEqualTo(Money.of(300, "DKK"));
            assertThat(open.total()).isEqualTo(Money.of(700, "DKK"));
        });
    }

    @Test
    void each_day_has_its_own_ages() {
        owes("PLN", 1000, 30, 0);
        assertThat(of("PLN").sinceIssue()).extracting(Money::minor).containsExactly(1000L, 0L, 0L, 0L, 0L);
        assertThat(on(DAY.plusDays(1), "PLN").sinceIssue())
                .extracting(Money::minor)
                .containsExactly(0L, 1000L, 0L, 0L, 0L);
        assertThat(on(DAY.plusDays(1), "PLN").pastDue())
                .extracting(Money::minor)
                .containsExactly(0L, 1000L, 0L, 0L, 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void the_page_of_calls_shows_both_tables_in_the_language_of_the_browser(String language) {
        if (entered.stream()
                .noneMatch(document -> document.total().currencyCode().equals("CZK"))) {
            owes("CZK", 123_456, 45, 15);
        }
        assertThat(new Browser(port, language).get("/calls").body())
                .contains("id=\"arrears\"", ">CZK</th>", "</html>")
                .containsPattern("1[.,\u00a0\u202f]?234[.,]56")
                .doesNotContain("??")
                .doesNotContainPattern(">arrears[.][a-z0-9.]+<");
    }

    private Arrears of(String currency) {
        return on(DAY, currency);
    }

    private Arrears on(LocalDate day, String currency) {
        return arrears.on(day).stream()
                .filter(one -> one.currency().equals(currency))
                .findFirst()
                .orElseThrow();
    }

    /** @param issued days before the day, as is {@code due} */
    private void owes(String currency, long minor, int issued, int due) {
        enter(currency, minor, issued, due, ItemKind.INVOICE);
    }

    private void enter(String currency, long minor, int issued, int due, ItemKind kind) {
        InvoiceEntry plain = Entries.invoice("AGE-" + currency + "-" + minor, "1.00");
        InvoiceEntry document = new InvoiceEntry(
                plain.source(),
                plain.sourceId(),
                null,
                kind,
                plain.number(),
                DAY.minusDays(issued),
                DAY.minusDays(due),
                Money.of(minor, currency),
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
                Entries.debtor("AGE"));
        ledger.enter(document, Cause.inbox(1), DAY);
        entered.add(document);
    }

    private static InvoiceEntry cancelled(InvoiceEntry i) {
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
                true,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                i.debtor());
    }
}
