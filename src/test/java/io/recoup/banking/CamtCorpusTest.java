package io.recoup.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recoup.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files that real banks and other projects published, with what those projects read in them. */
class CamtCorpusTest {

    @TestFactory
    Stream<DynamicTest> reads_every_file() throws IOException {
        return files("bank/camt").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Gathered read = Gathered.of(file);
                    assertThat(read.error).isNull();
                    assertThat(read.rejected).isEmpty();
                    for (BankStatement statement : read.statements) {
                        if (file.toString().contains("subite")
                                && statement.opening() != null
                                && statement.closing() != null) {
                            assertThat(statement.balanced())
                                    .as(statement.toString())
                                    .isTrue();
                        }
                    }
                    assertThat(read.statements.stream()
                                    .mapToInt(BankStatement::transactions)
                                    .sum())
                            .isEqualTo(read.transactions.size());
                    long entries = read.statements.stream()
                            .filter(s -> s.credits() != null)
                            .mapToLong(s -> s.credits().minor() - s.debits().minor())
                            .sum();
                    assertThat(read.transactions.stream()
                                    .mapToLong(t -> t.signed().minor())
                                    .sum())
                            .as("items add up to the entries")
                            .isEqualTo(entries);
                    assertThat(read.transactions.stream()
                                    .map(BankTransaction::identity)
                                    .distinct())
                            .hasSameSizeAs(read.transactions);
                }));
    }

    @TestFactory
    Stream<DynamicTest> agrees_with_what_another_reader_found() throws IOException {
        return files("bank/camt/genkgo").stream()
                .filter(file -> Files.exists(expectation(file)))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    JsonNode entries = new ObjectMapper()
                            .readTree(expectation(file).toFile())
                            .get("getEntries");
                    Gathered read = Gathered.of(file);
                    // their list of a message holds the entries of its last statement
                    String last =
                            read.statements.get(read.statements.size() - 1).statement();
                    List<BankTransaction> items = read.transactions.stream()
                            .filter(item -> Objects.equals(item.statement(), last))
                            .toList();
                    int next = 0;
                    for (JsonNode entry : entries) {
                        JsonNode details = entry.path("getTransactionDetails");
                        long signed = 0;
                        BankTransaction first = items.get(next);
                        for (int i = 0; i < Math.max(1, details.size()); i++) {
                            signed += items.get(next).signed().minor();
                            checkReferences(details.path(i).path("getReference"), items.get(next++));
                        }
                        if (next < items.size() && items.get(next).balancing()) {
                            signed += items.get(next++).signed().minor();
                        }
                        assertThat(signed)
                                .isEqualTo(entry.at("/getAmount/getAmount").asLong());
                        assertThat(first.currency())
                                .isEqualTo(entry.at("/getAmount/getCurrency/getCode")
                                        .asText());
                        String booked = entry.at("/getBookingDate/0").asText();
                        if (!booked.isEmpty()) {
                            assertThat(first.bookedOn()).isEqualTo(booked.substring(0, 10));
                        }
                        assertThat(first.reversal())
                                .isEqualTo(entry.path("getReversalIndicator").asBoolean());
                    }
                    assertThat(next).isEqualTo(items.size());
                }));
    }

    @Test
    void reads_the_bank_references_of_a_swiss_batch() {
        Gathered read = Gathered.of(SharedData.file("bank/camt/oca/test-camt053-txdtls"));
        assertThat(read.transactions)
                .extracting(BankTransaction::reference, t -> t.signed().toDecimal(), t -> t.counterparty()
                        .name())
                .containsExactly(
                        tuple("302388292000011111111111111", "2187.00", "Banque Cantonale Vaudoise"),
                        tuple("302388292000022222222222222", "1296.00", "Banque Cantonale Vaudoise"));
    }

    private static void checkReferences(JsonNode expected, BankTransaction item) {
        if (expected.hasNonNull("getEndToEndId")) {
            String endToEndId = expected.get("getEndToEndId").asText();
            assertThat(item.endToEndId()).isEqualTo(endToEndId.equals("NOTPROVIDED") ? null : endToEndId);
        }
        if (expected.hasNonNull("getAccountServicerReference")) {
            assertThat(item.bankId())
                    .isEqualTo(expected.get("getAccountServicerReference").asText());
        }
    }

    private static Path expectation(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".xml", ".json"));
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(SharedData.file(folder))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".xml")
                            || file.getFileName().toString().startsWith("test-camt"))
                    .sorted()
                    .toList();
        }
    }
}
