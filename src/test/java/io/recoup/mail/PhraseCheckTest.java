package io.recoup.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.mail.PhraseCheck.Hit;
import io.recoup.mail.PhraseCheck.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhraseCheckTest {

    private static final PhraseCheck CHECK = new PhraseCheck(
            List.of(Pattern.compile("(?iu)court order"), Pattern.compile("(?iu)\\bcitación judicial\\b")));

    @Test
    void finds_the_first_phrase_and_says_where() {
        assertThat(CHECK.find("Reminder", "Dear Sir,\n\nthis is a Citación judicial.\nCourt order."))
                .contains(new Hit(Place.TEXT, 3, "Citación judicial", "(?iu)\\bcitación judicial\\b"));
        assertThat(CHECK.find("COURT ORDER", "court order").orElseThrow().place())
                .isEqualTo(Place.SUBJECT);
        assertThat(CHECK.find("Order", "The court opens at nine; order tea.")).isEmpty();
        assertThat(PhraseCheck.NONE.find("court order", "court order")).isEmpty();
    }

    @Test
    void a_line_break_a_hard_blank_or_an_invisible_mark_does_not_hide_it() {
        assertThat(CHECK.find("", "a court\norder")).map(Hit::line).contains(1);
        assertThat(CHECK.find("", "a court\u00a0order")).isPresent();
        assertThat(CHECK.find("", "a co\u00adurt or\u200bder")).isPresent();
        assertThat(CHECK.find("", "citacio\u0301n judicial")).isPresent();
    }

    @Test
    void a_letter_with_it_is_not_written() {
        FreeText text = new FreeText(Map.of(
                "en", new FreeText.Version(Path.of("p.yaml"), 1, "Reminder", "Pay, or a **court** order follows.")));
        LetterWriter writer = new LetterWriter(Path.of("routes/templates"));
        assertThatThrownBy(() -> writer.write(text, Letters.full("X", "en"), Letters.PLAIN, CHECK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the forbidden phrase 'court order' in line 1 of the text: reword its text");
        assertThat(writer.write(text, Letters.full("X", "en"), Letters.PLAIN).subject())
                .isEqualTo("Reminder");
    }
}
