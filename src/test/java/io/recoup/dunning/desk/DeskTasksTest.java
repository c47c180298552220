package io.recoup.dunning.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.plan.Reason;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskTasksTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void every_task_of_the_planner_has_its_words_and_tells_all_that_it_knows(String language) {
        assertThat(told(language, Reason.of("task.text", "Ask for the order number")))
                .isEqualTo("Ask for the order number");
        assertThat(told(language, Reason.of("task.no-contact", "Forno Brera"))).isNotBlank();
        assertThat(told(language, Reason.of("rest.two-procedures", "Bavaria", "Bakers", "strict", "kind")))
                .contains("Bavaria", "Bakers", "strict", "kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"task.no-contact", "rest.no-contact"})
    void a_code_leaves_out_the_room_that_its_reason_comes_from(String reason) {
        assertThat(DeskTasks.code(Reason.of(reason))).isEqualTo("no_contact");
    }

    private static String told(String language, Reason reason) {
        String message = ResourceBundle.getBundle("messages", Locale.forLanguageTag(language))
                .getString("task.code." + DeskTasks.code(reason));
        return new MessageFormat(message, Locale.forLanguageTag(language))
                .format(reason.args().toArray());
    }
}
