package io.recoup.reconciliation.generator;

import static io.recoup.reconciliation.generator.Lines.amount;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the generator calls the truth is one: it adds up, and it is as hard as it says. */
class GeneratedTruthTest {

    private static final int PAYMENTS = 4000;

    private static final Map<Regime, World> WORLDS = new EnumMap<>(Regime.class);

    @TempDir
    static Path folder;

    private record World(
            Tally tally, Map<String, JsonNode> items, Map<String, JsonNode> credits, List<JsonNode> truth) {}

    @BeforeAll
    static void generate() throws IOException {
        for (Regime regime : Regime.values()) {
            Path of = folder.resolve(regime.name());
            Tally tally = Lines.world(regime, PAYMENTS).into(of);
            Map<String, JsonNode> items = new HashMap<>();
            for (JsonNode item : Lines.of(of.resolve("open-items.jsonl"))) {
                assertThat(items.put(item.path("number").asText(), item))
                        .as("numbers are unique")
                        .isNull();
            }
            Map<String, JsonNode> credits = new HashMap<>();
            for (JsonNode transaction : Lines.of(of.resolve("transactions.jsonl"))) {
                if (transaction.path("direction").asText().equals("credit")) {
                    credits.put(transaction.path("bankId").asText(), transaction);
                }
            }
            WORLDS.put(regime, new World(tally, items, credits, Lines.of(of.resolve("truth.jsonl"))));
        }
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void every_incoming_payment_has_one_line_of_truth(Regime regime) {
        World world = WORLDS.get(regime);
        Set<String> told = new HashSet<>();
        world.truth.forEach(
                line -> assertThat(told.add(line.path("transaction").asText())).isTrue());
        assertThat(told).hasSize(PAYMENTS).isEqualTo(world.credits.keySet());
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void allocations_less_shortfalls_and_the_residual_are_the_payment(Regime regime) {
        for (JsonNode line : WORLDS.get(regime).truth) {
            BigDecimal sum = amount(line, "residual");
            for (JsonNode allocation : line.path("allocations")) {
                sum = sum.add(amount(allocation, "amount")).subtract(amount(allocation, "shortfall"));
            }
            JsonNode credit = credit(regime, line);
            assertThat(sum)
                    .as("%s", line)
                    .isEqualByComparingTo(amount(credit, "amount"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void no_item_is_paid_beyond_what_was_open_nor_before_it_was_issued(Regime regime) {
        Map<String, JsonNode> items = WORLDS.get(regime).items;
        Map<String, BigDecimal> paid = new HashMap<>();
        for (JsonNode line : WORLDS.get(regime).truth) {
            for (JsonNode allocation : line.path("allocations")) {
                JsonNode item = items.get(allocation.path("item").asText());
                assertThat(item).as("%s", line).isNotNull();
                assertThat(day(item, "issuedOn"))
                        .as("%s", line)
                        .isBeforeOrEqualTo(day(credit(regime, line), "bookedOn"));
                boolean note = item.path("kind").asText().equals("credit_note");
                assertThat(amount(allocation, "amount").signum()).isEqualTo(note ? -1 : 1);
                assertThat(paid.merge(
                                item.path("number").asText(),
                                amount(allocation, "amount").abs(),
                                BigDecimal::add))
                        .as("%s", line)
                        .isLessThanOrEqualTo(amount(item, "open"));
            }
        }
        assertThat(items.size() - paid.size()).as("as many stay unpaid").isGreaterThan(paid.size() * 4 / 5);
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void a_document_settled_by_a_last_part_is_settled(Regime regime) {
        Map<String, BigDecimal> left = new HashMap<>();
        WORLDS.get(regime).items.forEach((number, item) -> left.put(number, amount(item, "open")));
        Set<String> settled = new TreeSet<>();
        for (JsonNode line : WORLDS.get(regime).truth) {
            for (JsonNode allocation : line.path("allocations")) {
                String number = allocation.path("item").asText();
                left.merge(number, amount(allocation, "amount").abs(), BigDecimal::subtract);
                boolean whole = Set.of("full", "discount", "fee", "fx", "credit")
                        .contains(allocation.path("kind").asText());
                if (whole && !allocation.has("instalment")) {
                    settled.add(number);
                }
            }
        }
        assertThat(settled)
                .hasSizeGreaterThan(PAYMENTS / 3)
                .allMatch(number -> left.get(number).signum() == 0);
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void hard_negatives_are_fifteen_in_a_hundred_at_least_and_pay_nothing(Regime regime) {
        List<JsonNode> hard = new ArrayList<>();
        for (JsonNode line : WORLDS.get(regime).truth) {
            if (line.path("hardNegative").asBoolean()) {
                hard.add(line);
                assertThat(line.path("allocations")).isEmpty();
            }
        }
        assertThat(hard.size()).isBetween(PAYMENTS * 15 / 100, PAYMENTS * 25 / 100);
        assertThat(hard).hasSize(WORLDS.get(regime).tally.hardNegatives());
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void items_that_could_be_meant_as_well_are_of_one_debtor(Regime regime) {
        int groups = 0;
        for (JsonNode line : WORLDS.get(regime).truth) {
            for (JsonNode group : line.path("interchangeable")) {
                groups++;
                assertThat(group).hasSizeGreaterThan(1);
                Set<String> kinds = new HashSet<>();
                for (JsonNode number : group) {
                    JsonNode item = WORLDS.get(regime).items.get(number.asText());
                    kinds.add(item.path("debtor").path("sourceId").asText() + item.path("currency"));
                }
                assertThat(kinds).hasSize(1);
            }
        }
        assertThat(groups).isPositive();
    }

    @Test
    void most_payments_of_the_structured_regime_carry_a_reference() {
        assertThat(WORLDS.get(Regime.STRUCTURED).tally.references()).isGreaterThan(PAYMENTS * 80 / 100);
        assertThat(WORLDS.get(Regime.HARD).tally.references()).isLessThan(PAYMENTS * 5 / 100);
    }

    @Test
    void few_payments_are_beyond_a_perfect_clerk() {
        assertThat(WORLDS.get(Regime.STRUCTURED).tally.undecidable()).isLessThan(PAYMENTS * 2 / 100);
        assertThat(WORLDS.get(Regime.MIXED).tally.undecidable()).isBetween(PAYMENTS / 100, PAYMENTS * 10 / 100);
        assertThat(WORLDS.get(Regime.HARD).tally.undecidable()).isBetween(PAYMENTS * 5 / 100, PAYMENTS * 40 / 100);
    }

    @Test
    void the_mixed_regime_has_every_kind_of_payment() {
        Set<String> told = WORLDS.get(Regime.MIXED).tally.classes().keySet();
        for (Deed deed : Deed.values()) {
            if (deed != Deed.SINGLE && deed != Deed.BUNDLE) {
                assertThat(told).contains(deed.code);
            }
        }
        for (Wording wording : Wording.values()) {
            assertThat(told).contains(wording.code);
        }
        for (Listing listing : Listing.values()) {
            assertThat(told).contains(listing.code);
        }
        assertThat(told).contains("shared-payer");
    }

    @Test
    void what_is_taken_back_was_paid_before() throws IOException {
        Path of = folder.resolve(Regime.MIXED.name());
        Map<String, LocalDate> paid = new HashMap<>();
        int returned = 0;
        for (JsonNode transaction : Lines.of(of.resolve("transactions.jsonl"))) {
            String what = transaction.path("amount").asText()
                    + transaction.path("counterparty").path("account").asText();
            if (transaction.path("direction").asText().equals("credit")) {
                assertThat(transaction.path("reversal").asBoolean()).isFalse();
                paid.putIfAbsent(what, day(transaction, "bookedOn"));
            } else if (transaction.path("reversal").asBoolean()) {
                returned++;
                assertThat(paid.get(what)).as(what).isBefore(day(transaction, "bookedOn"));
            }
        }
        assertThat(returned).isPositive();
    }

    private static JsonNode credit(Regime regime, JsonNode line) {
        return WORLDS.get(regime).credits.get(line.path("transaction").asText());
    }

    private static LocalDate day(JsonNode object, String field) {
        return LocalDate.parse(object.path(field).asText());
    }
}
