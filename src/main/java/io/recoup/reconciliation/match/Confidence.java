package io.recoup.reconciliation.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How sure a decision is, from its signs: what its kind of evidence starts from and what each sign adds or takes away,
 * in thousandths of a nat. The table was counted on generated payments.
 */
final class Confidence {

    /** More than that is never said: one in 22,000. */
    static final int MOST = 10_000;

    static final Confidence SHIPPED = shipped();

    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, int[][]> points = new HashMap<>();

    /** Of a table with the columns kind or family of kinds, sign, band, points. */
    static Confidence read(Reader table) {
        Confidence confidence = new Confidence();
        try (BufferedReader lines = new BufferedReader(table)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    confidence.enter(line.split(",", -1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return confidence;
    }

    private static Confidence shipped() {
        return read(new InputStreamReader(
                Confidence.class.getResourceAsStream("/matching/confidence.csv"), StandardCharsets.UTF_8));
    }

    private void enter(String[] cells) {
        int given = Integer.parseInt(cells[3]);
        if (cells[1].equals("start")) {
            starts.put(cells[0], given);
            return;
        }
        int[][] table = points.computeIfAbsent(cells[0], key -> new int[Sign.values().length][]);
        for (Sign sign : Sign.values()) {
            if (sign.word().equals(cells[1])) {
                int at = sign.ordinal();
                table[at] = table[at] == null ? new int[sign.bands()] : table[at];
                for (int band = 0; band < sign.bands(); band++) {
                    if (sign.bandName(band).equals(cells[2])) {
                        table[at][band] = given;
                    }
                }
            }
        }
    }

    /** Kinds of evidence whose signs count alike: they differ in where they start. */
    static String family(Stratum stratum) {
        String amount =
                switch (stratum.amount()) {
                    case EXACT, EQUAL, DISCOUNT, LATE_DISCOUNT -> "exact";
                    case BUNDLE -> "bundle";
                    case TOLERANCE, PARTIAL -> "short";
                    case OVER -> "over";
                };
        return stratum.naming().name().toLowerCase(Locale.ROOT) + "/" + amount;
    }

    /** Log-odds that it is right, in thousandths of a nat; the score itself for a kind that was never counted. */
    int of(Signs signs, int score) {
        Integer start = starts.get(signs.stratum().toString());
        int[][] table = points.get(family(signs.stratum()));
        if (start == null) {
            return starts.isEmpty() ? score : Math.min(score, 0);
        }
        int sum = start;
        for (int sign = 0; table != null && sign < table.length; sign++) {
            int band = signs.bands()[sign];
            sum += table[sign] == null || band < 0 ? 0 : table[sign][band];
        }
        return Math.min(MOST, sum);
    }
}
