package io.recoup.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.recoup.mail.BrokenFile;
import io.recoup.mail.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class PolicyFileTest {

    private static final Path SHIPPED = Path.of("routes/policies/default.yaml");

    @TempDir
    Path folder;

    @BeforeEach
    void lay_packs_and_logo_beside_the_policy() throws IOException {
        FileSystemUtils.copyRecursively(SHIPPED.getParent(), folder);
    }

    @Test
    void the_shipped_policy_is_right() {
        Policy policy = PolicyFile.read(
                SHIPPED, (template, language) -> Files.exists(Path.of("routes/templates", language, template + ".md")));
        assertThat(policy.hash()).hasSize(64);
        assertThat(policy.letterhead().replyTo()).hasSize(2);
        assertThat(policy.procedure().levels()).extracting(Level::nominalDays).containsExactly(-3, 3, 15, 30);
        assertThat(policy.procedure().last().times()).isEqualTo(2);
    }

    @Test
    void terms_of_1_and_30_days_are_taken_0_and_31_refused_with_their_line() throws IOException {
        assertThat(faults("termDays: 30", "termDays: 1")).isEmpty();
        for (String term : List.of("0", "31")) {
            assertThat(faults("termDays: 30", "termDays: " + term))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.line()).isEqualTo(lineOf("termDays:"));
                        assertThat(problem.message()).isEqualTo("'termDays' is " + term);
                        assertThat(problem.remedy()).contains("from 1 to 30");
                    });
        }
    }

    @Test
    void faults_in_levels_are_named_with_line_and_remedy() throws IOException {
        assertThat(faults("days: 15", "days: 3")).singleElement().asString().contains("out of order");
        assertThat(faults("template: second", "template: secnod"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).isEqualTo("unknown template 'secnod'");
                    assertThat(problem.line()).isEqualTo(lineOf("template: second"));
                });
        assertThat(faults("days: 3\n", "days: 3\n        repeatEveryDays: 5\n"))
                .singleElement()
                .asString()
                .contains("let only the last level repeat");
        assertThat(faults("minimumGapDays: 2", "minimumGpaDays: 2"))
                .singleElement()
                .asString()
                .contains("unknown field 'minimumGpaDays'");
        assertThat(faults("  phone: ", "  phone: ]")).hasSize(1);
    }

    @Test
    void a_ready_made_level_that_is_off_disturbs_neither_the_order_nor_the_repetition() throws IOException {
        assertThat(faults("    referral:", "      - kind: coming-due\n    referral:"))
                .isEmpty();
        assertThat(faults("    referral:", "      - kind: coming-due\n        active: true\n    referral:"))
                .extracting(Problem::message)
                .containsExactly(
                        "level 'coming-due' is out of order: -3 is not later than 30",
                        "level 'final notice' repeats but is not the last");
    }

    @Test
    void the_hash_is_that_of_the_files_wherever_they_lie_and_changes_with_a_pack() throws IOException {
        Path file = folder.resolve("default.yaml");
        String shipped = PolicyFile.read(SHIPPED, (template, language) -> true).hash();
        assertThat(PolicyFile.read(file, (template, language) -> true).hash()).isEqualTo(shipped);
        Path pack = folder.resolve("packs/es-business.yaml");
        Files.writeString(pack, Files.readString(pack) + "# reviewed\n");
        assertThat(PolicyFile.read(file, (template, language) -> true).hash()).isNotEqualTo(shipped);
    }

    private List<Problem> faults(String good, String bad) throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(good);
        Path file = Files.writeString(folder.resolve("policy.yaml"), text.replaceFirst(good, bad));
        BrokenFile broken = catchThrowableOfType(
                BrokenFile.class, () -> PolicyFile.read(file, (template, language) -> !template.equals("secnod")));
        return broken == null ? List.of() : broken.problems();
    }

    private static int lineOf(String text) throws IOException {
        List<String> lines = Files.readAllLines(SHIPPED);
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.contains(text))
                        .findFirst()
                        .orElseThrow());
    }
}
