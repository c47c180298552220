package io.recoup.reconciliation.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From which confidence on each kind of evidence is booked unasked; kinds that are missing never are.
 *
 * @param scores by the kind's text, in thousandths of a nat
 */
public record Thresholds(String name, Map<String, Integer> scores) {

    private static final String SHIPPED = "/matching/shipped.csv";

    public Thresholds {
        scores = Map.copyOf(scores);
    }

    boolean isReached(@Nullable Stratum stratum, int confidence) {
        Integer from = stratum == null ? null : scores.get(stratum.toString());
        return from != null && confidence >= from;
    }

    /** A reference with check digits or a whole number, the exact amount, and a payer who does not contradict. */
    public static Thresholds strict() {
        Map<String, Integer> scores = new TreeMap<>();
        for (Stratum.Naming naming : new Stratum.Naming[] {Stratum.Naming.REFERENCE, Stratum.Naming.NUMBER}) {
            for (Stratum.Party party : Stratum.Party.values()) {
                if (naming == Stratum.Naming.REFERENCE || party != Stratum.Party.CONTRADICTING) {
                    scores.put(new Stratum(naming, Stratum.Amount.EXACT, party).toString(), 3_000);
                }
            }
        }
        return new Thresholds("strict", scores);
    }

    /** Calibrated on generated payments; the file says on which. */
    public static Thresholds shipped() {
        Map<String, Integer> scores = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Thresholds.class.getResourceAsStream(SHIPPED), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split(",", -1);
                    scores.put(cells[0], Integer.valueOf(cells[1]));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Thresholds("shipped", scores);
    }
}
