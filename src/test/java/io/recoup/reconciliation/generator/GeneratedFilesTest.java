package io.recoup.reconciliation.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.Gathered;
import io.recoup.banking.ReferenceScheme;
import io.recoup.testing.ContractFields;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One world in three formats: what the contracts ask for, and what banks would send. */
class GeneratedFilesTest {

    private static final int PAYMENTS = 1500;

    @TempDir
    static Path folder;

    private static List<JsonNode> transactions;

    @BeforeAll
    static void generate() throws IOException {
        for (Generation.Format format : Generation.Format.values()) {
            new Generation(Regime.MIXED, PAYMENTS, 11, format, Lines.UNTIL).into(folder.resolve(format.name()));
        }
        transactions = Lines.of(folder.resolve("JSON/transactions.jsonl"));
    }

    @Test
    void every_line_is_what_its_contract_asks_for() {
        assertAll("invoice/1", Lines.of(folder.resolve("JSON/open-items.jsonl")));
        assertAll("customer/1", Lines.of(folder.resolve("JSON/debtors.jsonl")));
        assertAll("bank-transaction/1", transactions);
    }

    private static void assertAll(String name, List<JsonNode> lines) {
        assertThat(lines).isNotEmpty().allSatisfy(line -> ContractFields.assertKeeps(name, line));
    }

    @Test
    void the_truth_does_not_depend_on_the_format() throws IOException {
        String truth = Files.readString(folder.resolve("JSON/truth.jsonl"));
        assertThat(folder.resolve("CAMT/truth.jsonl")).hasContent(truth.stripTrailing());
        assertThat(folder.resolve("MT940/truth.jsonl")).hasContent(truth.stripTrailing());
    }

    @Test
    void documents_have_discounts_instalments_orders_and_valid_references() {
        Map<String, ReferenceScheme> schemes = new HashMap<>();
        for (Company company : Company.values()) {
            schemes.put(company.name(), company.scheme);
        }
        Set<ReferenceScheme> seen = new HashSet<>();
        Set<String> fields = new HashSet<>();
        for (JsonNode item : Lines.of(folder.resolve("JSON/open-items.jsonl"))) {
            item.fieldNames().forEachRemaining(fields::add);
            if (item.has("reference")) {
                String company = item.path("sourceId").asText().split(":")[0];
                String reference = item.path("reference").asText();
                assertThat(schemes.get(company).isValid(reference))
                        .as(reference)
                        .isTrue();
                seen.add(schemes.get(company));
            }
            BigDecimal parts = BigDecimal.ZERO;
            for (JsonNode part : item.path("instalments")) {
                parts = parts.add(Lines.amount(part, "amount"));
            }
            if (item.has("instalments")) {
                assertThat(parts).isEqualByComparingTo(Lines.amount(item, "total"));
            }
        }
        assertThat(fields).contains("discounts", "instalments", "orderReference", "creditNoteFor");
        assertThat(seen)
                .isEqualTo(Stream.of(Company.values())
                        .map(company -> company.scheme)
                        .collect(Collectors.toSet()));
    }

    @Test
    void camt_files_are_read_back_to_the_same_payments_and_balance() throws IOException {
        Map<String, BankTransaction> read = new HashMap<>();
        int days = 0;
        int batched = 0;
        for (Path file : files("CAMT")) {
            Gathered day = Gathered.of(file);
            assertThat(day.error).isNull();
            assertThat(day.rejected).isEmpty();
            assertThat(day.statements).allMatch(statement -> statement.balanced());
            batched += day.statements.stream()
                    .mapToInt(statement -> statement.transactions() - statement.entries())
                    .sum();
            day.transactions.forEach(transaction -> read.put(transaction.bankId(), transaction));
            days++;
        }
        assertThat(days).isGreaterThan(100);
        assertThat(batched).as("details of batches").isPositive();
        assertThat(read).hasSize(transactions.size());
        for (JsonNode written : transactions) {
            BankTransaction transaction = read.get(written.path("bankId").asText());
            assertThat(transaction.amount().toDecimal()).isEqualTo(text(written, "amount"));
            assertThat(transaction.currency()).isEqualTo(text(written, "currency"));
            assertThat(transaction.account()).isEqualTo(text(written, "account"));
            assertThat(transaction.bookedOn()).hasToString(text(written, "bookedOn"));
            assertThat(transaction.direction().code()).isEqualTo(text(written, "direction"));
            assertThat(transaction.reversal())
                    .isEqualTo(written.path("reversal").asBoolean());
            assertThat(transaction.remittance()).isEqualTo(text(written, "remittance"));
            assertThat(transaction.reference()).isEqualTo(text(written, "reference"));
            assertThat(transaction.endToEndId()).isEqualTo(text(written, "endToEndId"));
            assertThat(transaction.counterparty().name()).isEqualTo(text(written.path("counterparty"), "name"));
            assertThat(transaction.counterparty().account()).isEqualTo(text(written.path("counterparty"), "account"));
        }
    }

    @Test
    void mt940_files_hold_the_same_amounts_in_subfields_of_27_and_balance() throws IOException {
        Pattern entry = Pattern.compile(":61:\\d{10}(C|D|RC)(\\d+,\\d\\d)NTRFNONREF//(\\w{13})");
        Pattern balance = Pattern.compile(":6([02])F:C\\d{6}[A-Z]{3}(\\d+,\\d\\d)");
        Map<String, String> read = new HashMap<>();
        for (Path file : files("MT940")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String line : fields(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                Matcher entered = entry.matcher(line);
                Matcher balanced = balance.matcher(line);
                if (entered.matches()) {
                    BigDecimal amount = decimal(entered.group(2));
                    sum = entered.group(1).equals("C") ? sum.add(amount) : sum.subtract(amount);
                    read.put(entered.group(3), entered.group(1) + amount);
                } else if (balanced.matches()) {
                    BigDecimal amount = decimal(balanced.group(2));
                    if (balanced.group(1).equals("2")) {
                        assertThat(sum).as(file.toString()).isEqualByComparingTo(amount);
                    }
                    sum = amount;
                } else if (line.startsWith(":86:")) {
                    assertThat(List.of(line.substring(7).split("\\?")))
                            .allMatch(piece -> piece.length() <= 29 || piece.startsWith("31"));
                }
            }
        }
        assertThat(read).hasSize(transactions.size());
        for (JsonNode written : transactions) {
            boolean credit = text(written, "direction").equals("credit");
            String mark = credit ? "C" : written.path("reversal").asBoolean() ? "RC" : "D";
            assertThat(read).containsEntry(text(written, "bankId"), mark + text(written, "amount"));
        }
    }

    /** Lines that go on in the next one are joined. */
    private static List<String> fields(String file) {
        List<String> fields = new ArrayList<>();
        for (String line : file.split("\r\n")) {
            assertThat(line.length()).isLessThanOrEqualTo(65);
            if (line.startsWith(":") || line.equals("-")) {
                fields.add(line);
            } else {
                fields.set(fields.size() - 1, fields.get(fields.size() - 1) + line);
            }
        }
        return fields;
    }

    private static BigDecimal decimal(String amount) {
        return new BigDecimal(amount.replace(',', '.'));
    }

    private static List<Path> files(String format) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(format))) {
            return files.filter(file -> file.getFileName().toString().startsWith("statements-"))
                    .sorted()
                    .toList();
        }
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText(null);
    }
}
