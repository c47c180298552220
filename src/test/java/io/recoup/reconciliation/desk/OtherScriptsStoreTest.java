package io.recoup.reconciliation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names that one side writes in Cyrillic or Greek and the other as it likes. */
class OtherScriptsStoreTest extends MatchingTest {

    @BeforeAll
    void open() {
        house = openHouse(ReconciliationSettings.defaults());
    }

    @Test
    void a_payer_is_found_in_whichever_script_he_and_his_debtor_are_written() {
        owes(named("S1", "Живко Щукин"), "CY-800001", "61.00");
        owes(named("S2", "Νικολαΐδης Χρύσανθος"), "GR-800001", "62.00");
        owes(named("S3", "Yuliya Zhukova"), "LA-800001", "63.00");
        book(
                Bookings.credit("same script", "61.00", "спасибо", "ЖИВКО ЩУКИН", null),
                Bookings.credit("in latin", "62.00", "thanks", "CHRYSANTHOS NIKOLAIDIS", null),
                Bookings.credit("in cyrillic", "63.00", "thanks", "Юлия Жукова", null));

        assertThat(proposal("same script").best().stratum()).isEqualTo("none/exact/name");
        assertThat(proposal("in latin").best().stratum()).isEqualTo("none/exact/name");
        assertThat(proposal("in cyrillic").best().stratum()).isEqualTo("none/exact/name");
        assertThat(house.reviews.search(null, "щукин", null, 5))
                .as("by hand")
                .extracting(item -> item.number())
                .containsExactly("CY-800001");
    }
}
