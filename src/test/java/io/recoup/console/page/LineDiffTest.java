package io.recoup.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void shows_what_went_and_what_came_with_two_lines_around() {
        assertThat(told("a\nb\nc\nd\ne\nf", "a\nb\nc\nD\ne\nf"))
                .containsExactly("2 b", "3 c", "-4 d", "+4 D", "5 e", "6 f");
    }

    @Test
    void leaves_out_what_is_the_same_between_two_changes() {
        String before = IntStream.range(0, 30).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        String after = before.replace("line 3\n", "").replace("line 25", "line 25a");
        assertThat(LineDiff.between(before, after).stream()
                        .filter(line -> line.sign().equals("…")))
                .hasSize(1);
        assertThat(told(before, after)).contains("-4 line 3", "-26 line 25", "+25 line 25a");
    }

    @Test
    void says_nothing_of_equal_texts() {
        assertThat(LineDiff.between("a\nb", "a\nb")).isEmpty();
        assertThat(told("", "a")).containsExactly("+1 a");
    }

    @Test
    void takes_long_changes_as_a_whole() {
        String before = "x\n".repeat(3_000);
        assertThat(LineDiff.between(before, "y\n".repeat(3_000))).hasSize(6_000);
    }

    private static List<String> told(String before, String after) {
        return LineDiff.between(before, after).stream()
                .filter(line -> !line.sign().equals("…"))
                .map(line -> (line.sign() + line.number() + " " + line.text()).strip())
                .toList();
    }
}
