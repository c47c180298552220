package io.recoup.reconciliation.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.testing.ContractFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Reads what was generated, as anybody else would. */
final class Lines {

    static final LocalDate UNTIL = LocalDate.parse("2026-06-30");

    private Lines() {}

    static List<JsonNode> of(Path file) {
        try {
            return Files.readAllLines(file).stream().map(ContractFields::json).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static BigDecimal amount(JsonNode object, String field) {
        return new BigDecimal(object.path(field).asText("0"));
    }

    static Generation world(Regime regime, int payments) {
        return new Generation(regime, payments, 7, Generation.Format.JSON, UNTIL);
    }
}
