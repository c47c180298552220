package io.recoup.reconciliation.generator;

import static io.recoup.reconciliation.generator.Lines.world;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.reconciliation.generator.Rates.Banks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {

    private static final int FEW = 400;

    @TempDir
    Path one;

    @TempDir
    Path other;

    @Test
    void the_same_arguments_give_the_same_bytes_and_another_seed_gives_others() throws IOException {
        world(Regime.MIXED, FEW).into(one);
        world(Regime.MIXED, FEW).into(other);
        assertThat(contents(one)).isEqualTo(contents(other));
        assertThat(contents(one).keySet())
                .containsExactly(
                        "debtors.jsonl", "open-items.jsonl", "reminders.jsonl", "transactions.jsonl", "truth.jsonl");

        new Generation(Regime.MIXED, FEW, 8, Generation.Format.JSON, Lines.UNTIL).into(other);
        assertThat(contents(one).get("open-items.jsonl"))
                .isNotEqualTo(contents(other).get("open-items.jsonl"));
    }

    /** Should this fail, published figures about generated worlds hold no longer: raise the version, measure again. */
    @Test
    void a_version_of_the_rates_gives_these_bytes_on_every_machine() throws IOException {
        assertThat(Regime.VERSION).isEqualTo(2);
        world(Regime.HARD, FEW).into(one);
        assertThat(fingerprint(one)).isEqualTo("870afa900da0cfb3");
    }

    @Test
    void other_wordings_leave_documents_and_payments_as_they_are() throws IOException {
        Rates rates = Regime.MIXED.rates();
        world(Regime.MIXED, FEW).into(one, rates);
        world(Regime.MIXED, FEW).into(other, rates.with(Odds.of(Wording.NONE, 1)));

        assertThat(contents(one).get("open-items.jsonl"))
                .isEqualTo(contents(other).get("open-items.jsonl"));
        assertThat(contents(one).get("debtors.jsonl")).isEqualTo(contents(other).get("debtors.jsonl"));
        assertThat(told(one, "truth", "allocations")).isEqualTo(told(other, "truth", "allocations"));
        assertThat(told(one, "transactions", "amount")).isEqualTo(told(other, "transactions", "amount"));
        assertThat(told(one, "transactions", "counterparty")).isEqualTo(told(other, "transactions", "counterparty"));
        assertThat(told(one, "transactions", "remittance")).isNotEqualTo(told(other, "transactions", "remittance"));
    }

    @Test
    void other_banks_leave_what_payers_mean_and_write_as_it_is() throws IOException {
        Rates rates = Regime.MIXED.rates();
        Banks banks = new Banks(
                Odds.of(Script.CAPITALS, 1),
                Odds.of(35, 1),
                Odds.of(27, 1),
                rates.banks().charged(),
                rates.banks().converted(),
                0.3,
                0.5);
        world(Regime.MIXED, FEW).into(one, rates);
        world(Regime.MIXED, FEW).into(other, rates.with(banks));

        assertThat(contents(one).get("open-items.jsonl"))
                .isEqualTo(contents(other).get("open-items.jsonl"));
        assertThat(told(one, "truth", "allocations")).isEqualTo(told(other, "truth", "allocations"));
        assertThat(told(one, "truth", "class")).isEqualTo(told(other, "truth", "class"));
        assertThat(told(one, "transactions", "counterparty")).isNotEqualTo(told(other, "transactions", "counterparty"));
        assertThat(Lines.of(other.resolve("transactions.jsonl")))
                .hasSizeGreaterThan(Lines.of(one.resolve("transactions.jsonl")).size());
    }

    @Test
    void an_earlier_world_makes_room_but_nothing_else_is_touched() throws IOException {
        new Generation(Regime.MIXED, 50, 7, Generation.Format.CAMT, Lines.UNTIL).into(one);
        world(Regime.MIXED, 50).into(one);
        assertThat(contents(one).keySet()).hasSize(5).contains("transactions.jsonl");

        Path statement = Files.writeString(other.resolve("statements-2026-03-09.xml"), "the bank's");
        assertThatThrownBy(() -> world(Regime.MIXED, 50).into(other))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("name an empty folder");
        assertThat(statement).hasContent("the bank's");
        assertThat(contents(other)).hasSize(1);
    }

    @Test
    void a_world_without_payments_is_refused() {
        assertThatThrownBy(() -> world(Regime.MIXED, 0)).hasMessageContaining("at least");
        assertThat(world(Regime.MIXED, 1).payments()).isEqualTo(1);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    /** One field of every incoming payment, by the bank's id. */
    private static Map<String, JsonNode> told(Path folder, String file, String field) {
        Function<JsonNode, String> id = line ->
                line.path(file.equals("truth") ? "transaction" : "bankId").asText();
        List<String> credits = Lines.of(folder.resolve("truth.jsonl")).stream()
                .map(line -> line.path("transaction").asText())
                .toList();
        Map<String, JsonNode> told = new TreeMap<>();
        for (JsonNode line : Lines.of(folder.resolve(file + ".jsonl"))) {
            if (credits.contains(id.apply(line))) {
                told.put(id.apply(line), line.path(field));
            }
        }
        return told;
    }

    private static String fingerprint(Path folder) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String content : contents(folder).values()) {
                digest.update(content.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
