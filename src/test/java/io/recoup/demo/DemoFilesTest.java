package io.recoup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.recoup.banking.BankStatement;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.Direction;
import io.recoup.banking.RejectedEntry;
import io.recoup.banking.StatementFiles;
import io.recoup.banking.StatementSink;
import io.recoup.money.Money;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoFilesTest {

    private static final Path DAYS = Path.of("src/main/resources/demo/days");

    @Test
    void every_file_comes_on_a_business_day_into_a_folder_that_a_route_reads() throws IOException {
        for (Path file : files("")) {
            LocalDate day = LocalDate.parse(DAYS.relativize(file).getName(0).toString());
            assertThat(DemoDays.businessDayFrom(day)).isEqualTo(day);
            assertThat(DAYS.relativize(file).getName(1).toString()).isIn("erp", "italy", "bank");
        }
    }

    @Test
    void the_statements_balance_and_each_begins_where_the_bank_stood_on_its_first_day() throws IOException {
        List<Bank> statements = statements();
        assertThat(statements).hasSize(21).allSatisfy(bank -> {
            assertThat(bank.statement.balanced()).isTrue();
            assertThat(bank.rejected).isEmpty();
        });
        Map<LocalDate, Money> openings = new TreeMap<>();
        Money closing = null;
        for (Bank bank : statements) {
            LocalDate first = bank.transactions.get(0).bookedOn();
            if (openings.containsKey(first)) {
                assertThat(bank.statement.opening()).isEqualTo(openings.get(first));
            } else if (closing != null) {
                assertThat(bank.statement.opening()).isEqualTo(closing);
            }
            openings.put(first, bank.statement.opening());
            closing = bank.statement.closing();
        }
    }

    @Test
    void one_statement_overlaps_the_one_before_and_two_equal_payments_stand_in_both() throws IOException {
        List<List<BankTransaction>> twice = statements().stream()
                .map(bank -> bank.transactions.stream()
                        .filter(payment -> "SALDO FATTURA IT-2026-043".equals(payment.remittance()))
                        .toList())
                .filter(equal -> !equal.isEmpty())
                .toList();
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0))
                .hasSize(2)
                .extracting(BankTransaction::occurrence)
                .containsExactly(1, 2);
        assertThat(identities(twice.get(0))).isEqualTo(identities(twice.get(1)));
    }

    @Test
    void the_bank_shows_a_batch_of_three_and_a_fee() throws IOException {
        List<BankTransaction> all = statements().stream()
                .flatMap(bank -> bank.transactions.stream())
                .toList();
        assertThat(all).anyMatch(payment -> payment.direction() == Direction.DEBIT);
        assertThat(all)
                .filteredOn(payment -> payment.bookedOn().equals(LocalDate.parse("2026-03-10")))
                .hasSize(3);
    }

    @Test
    void account_numbers_and_references_have_valid_check_digits() throws IOException {
        assertThat(invoices()).isNotEmpty().allSatisfy(invoice -> {
            assertThat(mod97(invoice.get("iban"))).isEqualTo(1);
            if (!invoice.get("reference").isEmpty()) {
                assertThat(invoice.get("reference")).startsWith("RF");
                assertThat(mod97(invoice.get("reference"))).isEqualTo(1);
            }
        });
        assertThat(statements()).allSatisfy(bank -> {
            assertThat(mod97(bank.statement.account())).isEqualTo(1);
            assertThat(bank.transactions).allSatisfy(payment -> {
                if (payment.counterparty().account() != null) {
                    assertThat(mod97(payment.counterparty().account())).isEqualTo(1);
                }
                if (payment.reference() != null) {
                    assertThat(mod97(payment.reference())).isEqualTo(1);
                }
            });
        });
    }

    @Test
    void the_debtors_read_four_languages_and_have_addresses_nobody_can_own() throws IOException {
        assertThat(invoices()).extracting(invoice -> invoice.get("language")).containsOnly("de", "en", "es", "it");
        assertThat(invoices())
                .allSatisfy(invoice -> assertThat(invoice.get("email")).endsWith(".example"));
        assertThat(invoices().stream().map(invoice -> invoice.get("debtor")).distinct())
                .hasSize(16);
    }

    @Test
    void exactly_one_row_is_broken() throws IOException {
        assertThat(invoices().stream()
                        .filter(invoice -> !invoice.get("total").matches("[0-9.]+(,[0-9]{2})?"))
                        .map(invoice -> invoice.get("number")))
                .containsExactly("MV-2026-0122");
    }

    private record Bank(BankStatement statement, List<BankTransaction> transactions, List<RejectedEntry> rejected) {}

    private static List<Bank> statements() throws IOException {
        List<Bank> statements = new ArrayList<>();
        for (Path file : files("bank")) {
            List<BankTransaction> transactions = new ArrayList<>();
            List<RejectedEntry> rejected = new ArrayList<>();
            StatementFiles.read(file, new StatementSink() {
                @Override
                public void transaction(BankTransaction transaction) {
                    transactions.add(transaction);
                }

                @Override
                public void statement(BankStatement statement) {
                    statements.add(new Bank(statement, List.copyOf(transactions), rejected));
                }

                @Override
                public void rejected(RejectedEntry entry) {
                    rejected.add(entry);
                }
            });
        }
        return statements;
    }

    private static List<String> identities(List<BankTransaction> transactions) {
        return transactions.stream()
                .map(transaction -> transaction.identity().toString())
                .toList();
    }

    private static List<Map<String, String>> invoices() throws IOException {
        List<Map<String, String>> invoices = new ArrayList<>();
        for (Path file : files("erp")) {
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file)) {
                rows.forEach(row -> invoices.add(Map.of(
                        "number", row.getField("factura"),
                        "total", row.getField("total"),
                        "reference", row.getField("referencia"),
                        "debtor", row.getField("codigo_cliente"),
                        "language", row.getField("idioma"),
                        "email", row.getField("correo"),
                        "iban", row.getField("iban"))));
            }
        }
        for (Path file : files("italy")) {
            for (JsonNode invoice : new ObjectMapper().readTree(file.toFile())) {
                JsonNode debtor = invoice.path("cliente");
                invoices.add(Map.of(
                        "number", invoice.path("numero").asText(),
                        "total", invoice.path("importo").asText(),
                        "reference", invoice.path("riferimento").asText(),
                        "debtor", debtor.path("codice").asText(),
                        "language", debtor.path("lingua").asText(),
                        "email", debtor.path("email").asText(),
                        "iban", debtor.path("iban").asText()));
            }
        }
        return invoices;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(DAYS)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> folder.isEmpty()
                            || file.getParent().getFileName().toString().equals(folder))
                    .sorted()
                    .toList();
        }
    }

    /** ISO 7064: of a valid IBAN or RF reference this is 1. */
    private static int mod97(String text) {
        String turned = text.substring(4) + text.substring(0, 4);
        String digits = turned.chars()
                .mapToObj(c -> String.valueOf(Character.getNumericValue(c)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue();
    }
}
