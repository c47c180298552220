package io.recoup.reconciliation.generator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Tells the truth of one incoming payment as a line of JSON. */
final class TruthLine {

    private final JsonLines lines;

    private TruthLine(JsonLines lines) {
        this.lines = lines;
    }

    static String of(Truth truth) {
        StringWriter text = new StringWriter(400);
        try (JsonLines lines = new JsonLines(text)) {
            new TruthLine(lines).write(truth);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void write(Truth truth) {
        lines.object(() -> {
            lines.text("transaction", truth.transaction());
            lines.text("debtor", truth.debtor());
            lines.array("allocations", () -> {
                for (Part part : truth.parts()) {
                    allocation(part, truth.currency());
                }
            });
            lines.amount("residual", truth.residual(), truth.currency());
            lines.text("class", truth.kind());
            lines.texts("layers", truth.layers());
            lines.yes("hardNegative", truth.hardNegative());
            lines.yes("undecidable", truth.undecidable());
            lines.array("interchangeable", () -> {
                for (List<String> group : truth.interchangeable()) {
                    lines.array(() -> lines.texts(group));
                }
            });
        });
    }

    private void allocation(Part part, String currency) throws IOException {
        lines.object(() -> {
            lines.text("item", part.item().number);
            if (part.instalment() > 0) {
                lines.number("instalment", part.instalment());
            }
            lines.amount("amount", part.reduces(), currency);
            lines.text("kind", Regime.code(part.kind()));
            if (part.shortfall() != 0) {
                lines.amount("shortfall", part.shortfall(), currency);
            }
        });
    }
}
