package io.recoup.reconciliation.match;

/**
 * Finds the payments of which nothing has to be weighed against anything: the text names one item of ours, by its issued
 * reference or its whole number, with nothing in it that calls for a closer look, and the money is just what is open.
 * Where this answers, the engine's only reading is that item; where it does not, nothing is said.
 */
final class ExactLane {

    static final int NONE = -1;

    private static final int SHORTEST = 4;
    private static final int MOST_HITS = 8;

    private final ExactIndex index;
    private ExactText text = new ExactText();
    private final int[] hitFrom = new int[MOST_HITS];
    private final int[] hitTo = new int[MOST_HITS];
    private final int[] hitKind = new int[MOST_HITS];
    private int hits;
    private int item;
    private boolean silent;

    ExactLane(ExactIndex index) {
        this.index = index;
    }

    /**
     * @param text what the payment says, the reference included
     * @param on days since 1970
     * @param minor what came, in minor units
     * @return the item, or {@link #NONE}
     */
    int find(ExactText text, int on, long minor, String currency) {
        this.text = text;
        silent = !ExactWords.maySayWhatFor(text);
        if (!silent || !namesOne() || saysMore() || mayBeAlien()) {
            return NONE;
        }
        boolean payable = index.items.open(item) == minor
                && index.items.mark(item) == index.items.currency(currency)
                && index.items.issued(item) <= on;
        return payable ? item : NONE;
    }

    /** Whether the text looked at last surely does not say what the money is for, as {@link Purpose} reads it. */
    boolean isSilent() {
        return silent;
    }

    /** Whether all that is found in the text is one item, each time by a key that nothing else bears. */
    private boolean namesOne() {
        hits = 0;
        item = NONE;
        for (int from = 0; from < text.count(); from++) {
            // the longest first: a number inside a longer one that is ours, too, is not meant
            for (int to = Math.min(text.count(), from + Mentions.LONGEST_RUN) - 1; to >= from; to--) {
                int length = text.length(from, to);
                int digits = text.digits(from, to);
                if (digits == 0 || length < SHORTEST) {
                    break;
                }
                if (!look(from, to, length, digits)) {
                    return false;
                }
            }
        }
        return hits > 0;
    }

    /** @return false where the run means something that is not for this lane */
    private boolean look(int from, int to, int length, int digits) {
        boolean first = text.isDigits(from);
        boolean customer = index.shapesOfCustomers.has(length, digits, first);
        boolean key = index.shapes.has(length, digits, first) && !isInside(from, to);
        if (!customer && !key || text.isYear(from, to)) {
            return true;
        }
        long hash = text.hash(from, to);
        return !(customer && index.customers.first(hash) >= 0) && (!key || look(from, to, hash));
    }

    private boolean look(int from, int to, long hash) {
        int entry = index.keys.first(hash);
        if (entry < 0) {
            return true;
        }
        int found = index.keys.thing(entry);
        int kind = index.keys.kind(entry);
        if (index.keys.next(entry) >= 0 || item >= 0 && item != found || hits == MOST_HITS || kind == Numbers.ORDER) {
            return false;
        }
        if (!isPrinted(from, to, found, kind)) {
            return false;
        }
        item = found;
        hitFrom[hits] = from;
        hitTo[hits] = to;
        hitKind[hits++] = kind;
        return true;
    }

    private boolean isPrinted(int from, int to, int found, int kind) {
        boolean reference = kind == Numbers.REFERENCE;
        ExactItems items = index.items;
        return text.isRun(
                from,
                to,
                items.printed(),
                items.begin(found, reference),
                items.length(found, reference),
                kind == Numbers.DIGITS);
    }

    private boolean isInside(int from, int to) {
        for (int i = 0; i < hits; i++) {
            if (hitFrom[i] <= from && to <= hitTo[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether the payer writes digits that do not belong to the item's name: a date, another number, a part of one. */
    private boolean saysMore() {
        for (int piece = 0; piece < text.said(); piece++) {
            if (text.isDigits(piece) && !isInside(piece, piece)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the reference that the bank gave is more, or less, than one of the item's names. */
    private boolean mayBeAlien() {
        if (text.referred() < 0) {
            return false;
        }
        for (int i = 0; i < hits; i++) {
            if (hitFrom[i] == 0 && hitTo[i] == text.referred() - 1) {
                return false;
            }
        }
        return true;
    }

    /** By which kind of key of {@link Numbers} the item was named best. */
    int kind() {
        int best = hitKind[0];
        int strongest = 0;
        boolean differ = false;
        for (int i = 1; i < hits; i++) {
            differ |= hitKind[i] != best;
        }
        for (int i = 0; differ && i < hits; i++) {
            if (strength(i) > strongest) {
                strongest = strength(i);
                best = hitKind[i];
            }
        }
        return best;
    }

    /** What the best naming is worth, as {@link Mentions} has it. */
    int strength() {
        int strongest = 0;
        for (int i = 0; i < hits; i++) {
            strongest = Math.max(strongest, strength(i));
        }
        return strongest;
    }

    private int strength(int hit) {
        boolean reference = hitKind[hit] == Numbers.REFERENCE;
        boolean glued = text.isGlued(hitFrom[hit]) || text.isGlued(hitTo[hit] + 1);
        return Weights.ofNaming(hitKind[hit], index.items.text(item, reference), glued);
    }
}
