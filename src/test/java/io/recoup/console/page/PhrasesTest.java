package io.recoup.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.money.Money;
import io.recoup.receivables.RefusedEntry;
import io.recoup.receivables.RefusedEntry.Why;
import io.recoup.reconciliation.match.Reason;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final Phrases.Evidence EVIDENCE =
            new Phrases.Evidence(new Phrases.Told(ConsoleConfiguration.messageSource()));

    @Test
    void what_the_ledger_refused_to_book_unasked_is_told_in_the_readers_language() {
        RefusedEntry refused =
                new RefusedEntry(Why.LESS_OPEN, "F-1", Money.of(1234_50, "EUR"), Money.of(1300_00, "EUR"));
        Reason stored = new Reason("refused", refused.stored());
        assertThat(EVIDENCE.print(stored, Locale.GERMAN))
                .isEqualTo(
                        "das Hauptbuch lehnte ab: beim Beleg F-1 sind nur 1.234,50\u00a0€ offen, nicht 1.300,00\u00a0€");
        assertThat(stored)
                .as("in logs")
                .hasToString("the ledger refused: document F-1 has only 1234.50 EUR open, not 1300.00 EUR");
    }

    @Test
    void what_was_refused_before_stays_as_it_was_written() {
        assertThat(EVIDENCE.print(new Reason("refused", List.of("document F-1 has only 5.00 EUR open")), Locale.GERMAN))
                .isEqualTo("das Hauptbuch lehnte ab: document F-1 has only 5.00 EUR open");
    }
}
