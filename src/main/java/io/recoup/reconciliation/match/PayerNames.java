package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From names to debtors, by the words that tell names apart. */
final class PayerNames {

    static final int MOST_OF_A_WORD = 300;
    private static final int MOST_COMPARED = 12;
    private static final Set<String> LEGAL_FORMS = Set.of(
            "GMBH", "AG", "KG", "OHG", "UG", "EK", "MBH", "CO", "COKG", "SL", "SA", "SLU", "SAU", "SRL", "SPA", "SAS",
            "SARL", "LTD", "LLC", "PLC", "INC", "BV", "NV", "OY", "AB", "AS", "APS", "LTDA", "EIRL", "HERR", "FRAU",
            "THE", "AND", "UND", "Y", "E", "DE", "DEL", "LA", "L", "S", "A", "R", "P", "C", "N", "V", "B");

    private final Map<String, NameWord> known = new HashMap<>();
    private final List<NameWord> words = new ArrayList<>();
    private final KeyOrder order = new KeyOrder();

    /** By debtor, where its spellings begin in the numbers that follow. */
    private int[] first = new int[1 << 8];

    /** Of each spelling how many words it has, and which; after the last one of a debtor, zero. */
    private int[] spellings = new int[1 << 10];

    private int end;
    private Whole whole = Whole.NOTHING;

    void arePartOf(Whole ledger) {
        whole = ledger;
    }

    void add(MatchDebtor debtor, int place) {
        order.add(place, debtor.key());
        if (place >= first.length) {
            first = Arrays.copyOf(first, place * 2);
        }
        first[place] = end;
        for (String name : debtor.names()) {
            Set<String> spelling = words(name);
            if (!spelling.isEmpty()) {
                write(spelling.size());
                for (String word : spelling) {
                    NameWord one = known.computeIfAbsent(word, this::next);
                    one.add(place);
                    write(one.number);
                }
            }
        }
        write(0);
    }

    private NameWord next(String word) {
        words.add(new NameWord(word, words.size()));
        return words.get(words.size() - 1);
    }

    private void write(int number) {
        if (end == spellings.length) {
            spellings = Arrays.copyOf(spellings, end * 2);
        }
        spellings[end++] = number;
    }

    /** How much debtors' names are like the payer's, for those that have something of it. */
    Alike likeness(@Nullable String payer) {
        if (payer == null) {
            return Alike.NOBODY;
        }
        Set<String> written = words(payer);
        NameWord[] said = new NameWord[written.size()];
        double[] weights = new double[said.length];
        int word = 0;
        for (String one : written) {
            NameWord borne = known.get(one);
            said[word] = borne == null ? new NameWord(one, NameWord.UNKNOWN) : borne;
            weights[word] = weight(said[word]);
            word++;
        }
        boolean cut = payer.length() == 27 || payer.length() == 35 || payer.length() == 70;
        double all = Arrays.stream(weights).sum();
        int[] likeliest = likeliest(said, weights);
        Arrays.sort(likeliest);
        Alike alike = new Alike(likeliest.length);
        for (int debtor : likeliest) {
            double best = likeness(said, all, debtor, cut);
            if (best >= Payers.ALIKE) {
                alike.add(debtor, best);
            }
        }
        return alike;
    }

    /** Those that share the rarest words with what was said, as many as are worth comparing in full. */
    private int[] likeliest(NameWord[] said, double[] weights) {
        int[][] having = new int[said.length][];
        double[] worth = new double[said.length];
        int rare = 0;
        for (int word = 0; word < said.length; word++) {
            if (frequency(said[word]) <= MOST_OF_A_WORD) {
                worth[rare] = weights[word];
                having[rare++] = said[word].ranks(order);
            }
        }
        return new Likeliest(MOST_COMPARED).of(having, worth, rare).places(order);
    }

    /** The best of a debtor's spellings. */
    private double likeness(NameWord[] said, double all, int debtor, boolean cut) {
        double best = 0;
        int at = first[debtor];
        while (spellings[at] > 0) {
            int end = at + 1 + spellings[at];
            double shared = 0;
            double other = 0;
            while (++at < end) {
                NameWord one = words.get(spellings[at]);
                if (has(said, one) || cut && hasBeginningOf(said, one.text)) {
                    shared += weight(one);
                } else {
                    other += weight(one);
                }
            }
            best = Math.max(best, shared == 0 ? 0 : Math.min(1, shared / (Math.max(all, shared) + other)));
        }
        return best;
    }

    private static boolean has(NameWord[] said, NameWord word) {
        for (NameWord one : said) {
            if (one == word) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of what was said may be this word, cut off. */
    private static boolean hasBeginningOf(NameWord[] said, String word) {
        for (NameWord one : said) {
            if (one.text.length() > 2 && word.startsWith(one.text)) {
                return true;
            }
        }
        return false;
    }

    private double weight(NameWord word) {
        return word.weight(Math.max(order.size(), whole.debtors()), frequency(word));
    }

    private int frequency(NameWord word) {
        int here = Math.min(MOST_OF_A_WORD + 1, word.count());
        return whole.words().isEmpty() ? here : Math.max(here, whole.words().getOrDefault(word.text, 0));
    }

    /** The words that tell names apart: capitals, no legal forms. */
    static Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        String capitals = Fold.capitals(name);
        for (int i = 0; i <= capitals.length(); i++) {
            if (i < capitals.length() && Character.isLetterOrDigit(capitals.charAt(i))) {
                word.append(capitals.charAt(i));
            } else if (i == capitals.length() || capitals.charAt(i) != '.' && capitals.charAt(i) != '\'') {
                String done = Fold.word(word.toString());
                if (!done.isEmpty() && !LEGAL_FORMS.contains(done)) {
                    words.add(done);
                }
                word.setLength(0);
            }
        }
        return words;
    }
}
