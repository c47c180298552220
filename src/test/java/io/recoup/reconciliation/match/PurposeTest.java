package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the words say that money is for, in the languages in which it is said. */
class PurposeTest {

    @Test
    void a_letter_of_ours_is_one_in_any_language() {
        assertThat(said("Ihre Mahnung vom 03.02.2026")).isEqualTo(Purpose.LETTER);
        assertThat(said("Vs. sollecito del 03/02/2026")).isEqualTo(Purpose.LETTER);
        assertThat(said("Su recordatorio de 03.02.26")).isEqualTo(Purpose.LETTER);
        assertThat(said("Påminnelse 03.02.2026")).isEqualTo(Purpose.LETTER);
    }

    @Test
    void an_advice_an_instalment_and_others_are_told_apart() {
        assertThat(said("Zahlung lt. Avis")).isEqualTo(Purpose.ADVICE);
        assertThat(said("2. Rate RE-2026-00417")).isEqualTo(Purpose.INSTALMENT);
        assertThat(said("RE-2026-00417 u.a.")).isEqualTo(Purpose.OTHERS);
        assertThat(said("RE-2026-00417 m.fl.")).isEqualTo(Purpose.OTHERS);
        assertThat(said("Facture 417 et autres")).isEqualTo(Purpose.OTHERS);
    }

    @Test
    void on_account_for_the_oldest_is_for_the_oldest() {
        assertThat(said("Abschlag, bitte auf älteste Rechnungen")).isEqualTo(Purpose.OLDEST);
        assertThat(said("Abschlag")).isEqualTo(Purpose.IN_ADVANCE);
    }

    @Test
    void a_word_that_only_holds_one_of_them_says_nothing() {
        assertThat(said("Zahlung")).isEqualTo(Purpose.NOTHING);
        assertThat(said("Privatrate")).isEqualTo(Purpose.NOTHING);
        assertThat(said("RAT 417")).isEqualTo(Purpose.NOTHING);
        assertThat(said("U 417 A")).isEqualTo(Purpose.NOTHING);
    }

    private static Purpose said(String text) {
        Pieces pieces = new Pieces().take(text);
        return Purpose.of(pieces, pieces.count());
    }
}
