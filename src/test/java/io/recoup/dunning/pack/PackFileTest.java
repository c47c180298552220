package io.recoup.dunning.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.dunning.file.YamlFields;
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

class PackFileTest {

    private static final Path SHIPPED = Path.of("routes/policies/packs");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        FileSystemUtils.copyRecursively(SHIPPED, folder);
    }

    @Test
    void the_shipped_folder_has_no_fault_and_no_folder_no_packs() {
        assertThat(Packs.check(SHIPPED)).isEmpty();
        assertThat(Packs.read(folder.resolve("nowhere"))).isEqualTo(Packs.NONE);
    }

    @Test
    void a_fault_names_line_field_and_remedy() throws IOException {
        List<String> lines = Files.readAllLines(SHIPPED.resolve("cl-consumer.yaml"));
        assertThat(faults("cl-consumer", "contactHours: 08:00-20:00", "contactHours: 20:00-08:00"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(lines.indexOf("  contactHours: 08:00-20:00") + 1);
                    assertThat(problem.message()).contains("'contactHours' is '20:00-08:00'");
                    assertThat(problem.remedy()).contains("08:00-20:00");
                });
        assertOneFault("cl-consumer", "contactHours: 08", "contactHours: 8", "contactHours");
        assertOneFault("cl-consumer", "mon-sat", "sat-mon", "runs over the end of the week");
        assertOneFault("cl-consumer", "mon-sat", "mo-sa", "'mo' is no day of the week");
        assertOneFault("cl-consumer", "minGapDays: 2", "minGapDays: -2", "'minGapDays' is '-2'");
        assertOneFault("cl-consumer", "minGapDays: 2", "minGpaDays: 2", "unknown field 'minGpaDays'");
        assertOneFault("cl-consumer", "count: 2", "count: 0", "'count' is 0");
        assertOneFault("cl-consumer", "withinDays: 7", "withinWeeks: 1", "'withinDays' is missing", "withinWeeks");
        assertOneFault("cl-consumer", "upTo: 1950000 CLP", "upTo: 390000 CLP", "not above the one before");
        assertOneFault("cl-consumer", "upTo: 1950000 CLP", "upTo: 1950 USD", "cannot mix");
        assertOneFault("cl-consumer", "abovePercent: 3", "abovePercent: 3 %", "'abovePercent' is '3 %'");
        assertOneFault("cl-consumer", "juzgado", "'juz(gado'", "no regular expression");
        assertOneFault("cl-consumer", "juzgado", "'x*'", "fits every letter");
        assertOneFault("cl-consumer", "excludeHolidays: true", "excludeHolidays: yes", "neither true nor false");
    }

    @Test
    void faults_of_the_head_are_named_too() throws IOException {
        assertOneFault("de-consumer", "name: de-consumer", "name: de-consumers", "'de-consumers'");
        assertOneFault("de-consumer", "country: DE", "country: ZZ", "'country' is 'ZZ'");
        assertOneFault("de-consumer", "debtorType: consumer", "debtorType: private", "no debtor type 'private'");
        assertOneFault("de-consumer", "reviewBy: 2027-06-30", "reviewBy: 2001-06-30", "before 'validFrom'");
        assertOneFault("de-consumer", "reviewBy: 2027-06-30", "reviewBy: soon", "'reviewBy' is 'soon'");
        assertOneFault("de-consumer", "reviewed: false", "reviewed: maybe", "'reviewed' is 'maybe'");
        assertOneFault("de-consumer", "https://www", "www", "'sources' are not addresses");
        assertOneFault("de-business", "- eu-business", "- eu-busines", "'eu-busines', which is no pack");
        assertOneFault("de-business", "bundesbank-basiszinssatz", "basiszinssatz", "no rate table 'basiszinssatz'");
        assertOneFault("uk-business", "below: 10000.00 GBP", "below: 1000.00 GBP", "do not ascend");
        assertOneFault("uk-business", "- amount: 100.00 GBP", "- amount: 100.00 EUR", "must not end");
        assertOneFault("uk-business", "rateOf: firstDay", "rateOf: lastDay", "'rateOf' is 'lastDay'");
    }

    @Test
    void faults_in_the_rates_are_named_and_faults_of_several_files_together() throws IOException {
        assertOneFault("rates", "2025-01-01, percent: 3.15", "2024-07-01, percent: 3.15", "not after the one before");
        assertOneFault("rates", "percent: 3.15", "percent: 3,15", "unknown field '15'");
        assertOneFault("rates", "knownUntil: 2026-06-30", "knownUntil: 2025-06-30", "before the last rate");
        Files.writeString(folder.resolve("rates.yaml"), "ecb:\n  source: x\n");
        Files.writeString(folder.resolve("extra.yaml"), "name: extra\n");
        assertThat(Packs.check(folder))
                .extracting(problem -> problem.file().getFileName().toString())
                .contains("rates.yaml", "extra.yaml");
    }

    @Test
    void required_texts_are_read_by_language() throws IOException {
        Path file = folder.resolve("de-consumer.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        + "  requiredText:\n    de: Sie können widersprechen.\n    en: You may object.\n");
        assertThat(PackFile.read(file).limits().requiredTexts("en"))
                .containsExactly(new Sourced<>("You may object.", "de-consumer"));
        assertThat(PackFile.read(file).limits().requiredTexts("fr"))
                .containsExactly(new Sourced<>("Sie können widersprechen.", "de-consumer"));
    }

    @Test
    void the_examples_of_the_manual_are_right() throws IOException {
        String[] parts = Files.readString(Path.of("src/docs/policy-packs.md")).split("```(yaml)?\n");
        Pack pack = PackFile.read(Files.writeString(folder.resolve("xx-consumer.yaml"), parts[1]));
        assertThat(pack.limits().statements()).hasSize(10);
        YamlFields policy = YamlFields.parse(folder, "loosen:\n" + parts[3]);
        Loosening loosening =
                LimitFields.loosening(policy.list("loosen").get(0)).orElseThrow();
        assertThat(pack.limits().loosened(List.of(loosening)).minGapDays()).contains(new Sourced<>(1, "xx-consumer"));
    }

    @Test
    void a_loosening_by_one_person_is_a_fault_with_its_line() {
        YamlFields policy = YamlFields.parse(folder, """
                loosen:
                  - field: minGapDays
                    value: 1
                    pack: law
                    by: Ana Ruiz
                    approvedBy: ana ruiz
                    reason: hurry
                  - field: minGapDays
                    value: 1
                    pack: law
                    by: Ana Ruiz
                    reason: hurry
                """);
        List<YamlFields> entries = policy.list("loosen");
        assertThat(LimitFields.loosening(entries.get(0))).isEmpty();
        assertThat(LimitFields.loosening(entries.get(1))).isEmpty();
        assertThatThrownBy(policy::throwProblems)
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining(":2: loosening 'minGapDays' needs two people")
                .hasMessageContaining(":8: 'approvedBy' is missing");
    }

    private void assertOneFault(String name, String good, String bad, String... messages) throws IOException {
        List<Problem> faults = faults(name, good, bad);
        assertThat(faults).as(bad).isNotEmpty().hasSizeLessThanOrEqualTo(Math.max(1, messages.length));
        assertThat(faults.toString()).contains(messages);
        assertThat(faults).allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
    }

    private List<Problem> faults(String name, String good, String bad) throws IOException {
        Path file = folder.resolve(name + ".yaml");
        String text = Files.readString(file);
        assertThat(text).contains(good);
        int at = text.indexOf(good);
        Files.writeString(file, text.substring(0, at) + bad + text.substring(at + good.length()));
        List<Problem> problems = Packs.check(folder);
        Files.writeString(file, text);
        return problems;
    }
}
