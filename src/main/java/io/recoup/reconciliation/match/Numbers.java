package io.recoup.reconciliation.match;

import io.recoup.banking.ReferenceScheme;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what a text may say to the items it means: issued references, document numbers, order numbers. */
final class Numbers {

    static final int REFERENCE = 1;
    static final int NUMBER = 2;
    /** The number's digits alone, its letters dropped. */
    static final int DIGITS = 3;

    static final int ORDER = 4;

    private static final int SHORTEST = 4;

    private final KeyIndex keys = KeyIndex.sieve();
    private final KeyShapes shapesOfKeys = new KeyShapes();
    private final List<String> bare = new ArrayList<>();
    private final List<String> serials = new ArrayList<>();
    private final List<@Nullable String> references = new ArrayList<>();
    private final Map<String, int[]> shapes = new HashMap<>();
    private final Map<String, int[]> checkedShapes = new HashMap<>();
    private final BitSet checkedReferences = new BitSet();

    void add(MatchItem item, int place) {
        references.add(item.reference() == null ? null : bareReference(item.reference()));
        if (item.reference() != null) {
            String reference = references.get(references.size() - 1);
            enter(reference, place, REFERENCE);
            boolean right = isChecked(item.reference());
            checkedReferences.set(place, right);
            count(right ? checkedShapes : shapes, reference);
        }
        String number = Fold.squashed(item.number());
        bare.add(number);
        serials.add(serial(item.number()));
        enter(number, place, NUMBER);
        count(shapes, number);
        String digits = digits(number);
        if (digits.length() != number.length() && digits.length() >= SHORTEST + 1) {
            enter(digits, place, DIGITS);
        }
        if (item.orderReference() != null) {
            String order = Fold.squashed(item.orderReference());
            if (order.length() >= SHORTEST) {
                enter(order, place, ORDER);
            }
        }
    }

    private void enter(String key, int place, int kind) {
        keys.add(Hash.of(key), place, kind);
        shapesOfKeys.add(key);
    }

    /** The same text, not one more, where nothing is to be left out. */
    private static String bareReference(String reference) {
        String bare = Fold.squashed(reference);
        return bare.equals(reference) ? reference : bare;
    }

    /** The letters and digits of the reference issued with it. */
    @Nullable
    String reference(int item) {
        return references.get(item);
    }

    /** Whether that reference has right check digits. */
    boolean isReferenceChecked(int item) {
        return checkedReferences.get(item);
    }

    /** The number's letters and digits. */
    String bare(int item) {
        return bare.get(item);
    }

    /** What {@link #serial} finds in the number. */
    @Nullable
    String serial(int item) {
        return serials.get(item);
    }

    /** Counts what a number of ours looks like. */
    void showShape(String number) {
        count(shapes, Fold.squashed(number));
    }

    private static void count(Map<String, int[]> shapes, String squashed) {
        shapes.computeIfAbsent(shape(squashed), key -> new int[1])[0]++;
    }

    KeyIndex keys() {
        return keys;
    }

    KeyShapes shapesOfKeys() {
        return shapesOfKeys;
    }

    /** Whether a text that hits nothing still looks like a number of ours, or is a reference like ours with right check digits. */
    boolean looksLikeOurs(String run) {
        String shape = shape(run);
        return isKnown(shapes.get(shape)) && (run.length() >= 6 || hasLetters(run))
                || isKnown(checkedShapes.get(shape)) && isChecked(run);
    }

    private static boolean isKnown(int @Nullable [] count) {
        return count != null && count[0] >= 3;
    }

    /** Whether we issue references with check digits at all. */
    boolean issuesReferences() {
        return !checkedReferences.isEmpty();
    }

    /** Some schemes need the hyphens with which a reference is printed. */
    static boolean isChecked(String reference) {
        String squashed = Fold.squashed(reference);
        return squashed.length() >= 8
                && (!ReferenceScheme.accepting(squashed).isEmpty()
                        || !squashed.equals(reference)
                                && !ReferenceScheme.accepting(reference).isEmpty());
    }

    static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /**
     * The part of a number that counts up, zeros in front dropped: its longest run of digits that is no year. Of
     * {@code RE-2026-00417} 417, of {@code 6093/2025/A} 6093; null where there is none.
     */
    static @Nullable String serial(String number) {
        String best = null;
        for (int from = 0; from < number.length(); from++) {
            int to = from;
            while (to < number.length() && isDigit(number.charAt(to))) {
                to++;
            }
            if (to > from) {
                String run = number.substring(from, to);
                boolean year = run.length() == 4 && (run.startsWith("20") || run.startsWith("19"));
                if (!year && (best == null || run.length() >= best.length())) {
                    best = run.length() > 7 && run.startsWith("20") ? run.substring(4) : run;
                }
                from = to;
            }
        }
        int zeros = 0;
        while (best != null && zeros < best.length() && best.charAt(zeros) == '0') {
            zeros++;
        }
        return best == null || zeros == best.length() ? null : best.substring(zeros);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean hasLetters(String text) {
        return digits(text).length() < text.length();
    }

    /** Letters as they are, digits alike; a year is something else than four digits. */
    private static String shape(String number) {
        StringBuilder shape = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            boolean begins = i == 0 || !isDigit(number.charAt(i - 1));
            if (begins && isYearAt(number, i)) {
                shape.append("year");
                i += 3;
            } else {
                shape.append(isDigit(number.charAt(i)) ? '9' : number.charAt(i));
            }
        }
        return shape.toString();
    }

    private static boolean isYearAt(String number, int at) {
        return number.length() >= at + 4
                && number.startsWith("20", at)
                && number.charAt(at + 2) >= '1'
                && number.charAt(at + 2) <= '3'
                && isDigit(number.charAt(at + 3));
    }
}
