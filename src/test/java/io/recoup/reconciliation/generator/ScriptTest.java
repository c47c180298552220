package io.recoup.reconciliation.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void letters_arrive_as_banks_leave_them() {
        assertThat(Script.AS_WRITTEN.of("Müller Straße")).isEqualTo("Müller Straße");
        assertThat(Script.TWO_LETTERS.of("Müller Straße")).isEqualTo("Mueller Strasse");
        assertThat(Script.ONE_LETTER.of("Müller Łukasz Åsa")).isEqualTo("Muller Lukasz Asa");
        assertThat(Script.CAPITALS.of("Müller Straße")).isEqualTo("MUELLER STRASSE");
        assertThat(Script.QUESTION_MARKS.of("Müller Straße")).isEqualTo("M?ller Stra?e");
        assertThat(Script.DOUBLE_ENCODED.of("Müller")).isEqualTo("MÃ¼ller");
    }

    @Test
    void greek_and_cyrillic_become_latin_everywhere() {
        for (Script script : Script.values()) {
            assertThat(script.of("Желязков Παπάς")).isEqualToIgnoringCase("Zhelyazkov Papas");
        }
    }
}
