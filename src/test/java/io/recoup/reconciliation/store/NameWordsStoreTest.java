package io.recoup.reconciliation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.reconciliation.match.TextKeys;
import io.recoup.testing.PostgresTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The database finds a debtor by the words that the engine reads in the payer's name. */
class NameWordsStoreTest extends PostgresTest {

    private static final List<String> NAMES = List.of(
            "Müller & Söhne GmbH",
            "Mueller Soehne",
            "Hôtel du Lac S.A.",
            "L'Étoile d'Or",
            "Œuvres Réunies",
            "Straße 7 Bäckerei",
            "Søren Ægir A/S",
            "Łódź Handel Sp. z o.o.",
            "Żółć i Gęś",
            "Čestmír Ďáblík s.r.o.",
            "Ştefan Țăranu",
            "İstanbul Işık Ltd",
            "Őrült Űr Kft",
            "Þór hf",
            "Ēriks Ģirts",
            "Иван Щукин",
            "ООО Жёлтый Хлеб",
            "Объединённые Цехи",
            "Юлия Чайка-Эхо",
            "ПЪРВИ БЪЛГАРСКИ",
            "Παπαδόπουλος Α.Ε.",
            "Ψαράς & Θεοδώρου",
            "ΧΡΥΣΟΣ ΗΛΙΟΣ",
            "Ξένια Ζωή ΕΠΕ",
            "Bolt Hermanos 24");

    @Test
    void folds_every_name_into_the_words_of_the_engine() {
        for (String name : NAMES) {
            assertThat(words(name)).as(name).containsAll(TextKeys.wordsOf(name));
        }
    }

    @Test
    void a_name_in_another_script_has_the_words_of_its_latin_spelling() {
        assertThat(words("Иван Щукин")).containsExactly("IVAN", "SHCHUKIN").isEqualTo(words("Ivan Shchukin"));
        assertThat(words("Παπαδόπουλος")).containsExactly("PAPADOPOYLOS");
    }

    private List<String> words(String name) {
        return jdbc.sql("SELECT unnest(name_words(:name))")
                .param("name", name)
                .query(String.class)
                .list();
    }
}
