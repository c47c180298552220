package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From names to debtors, by the words that tell names apart. */
final class PayerNames {

    static final int MOST_OF_A_WORD = 300;
    private static final int MOST_COMPARED = 12;
    private static final Set<String> LEGAL_FORMS = Set.of(
            "GMBH", "AG", "KG", "OHG", "UG", "EK", "MBH", "CO", "COKG", "SL", "SA", "SLU", "SAU", "SRL", "SPA", "SAS",
            "SARL", "LTD", "LLC", "PLC", "INC", "BV", "NV", "OY", "AB", "AS", "APS", "LTDA", "EIRL", "HERR", "FRAU",
            "THE", "AND", "UND", "Y", "E", "DE", "DEL", "LA", "L", "S", "A", "R", "P", "C", "N", "V", "B");

    private final KeyIndex words = new KeyIndex();
    private final List<List<Name>> names = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private int debtors;
    private Whole whole = Whole.NOTHING;

    /** By debtor, while names are compared; zero otherwise. */
    private double[] shared = new double[0];

    /** Words in their order, each once, with their hashes. */
    private record Name(String[] words, long[] hashes) {

        static Name of(String written) {
            String[] words = PayerNames.words(written).toArray(String[]::new);
            return new Name(words, Arrays.stream(words).mapToLong(Hash::of).toArray());
        }

        boolean has(String word, long hash) {
            for (int i = 0; i < hashes.length; i++) {
                if (hashes[i] == hash && words[i].equals(word)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether one of its words may be this one, cut off. */
        boolean hasBeginningOf(String word) {
            for (String part : words) {
                if (part.length() > 2 && word.startsWith(part)) {
                    return true;
                }
            }
            return false;
        }
    }

    void arePartOf(Whole ledger) {
        whole = ledger;
    }

    void add(MatchDebtor debtor, int place) {
        while (names.size() <= place) {
            names.add(List.of());
            keys.add(debtor.key());
            debtors++;
        }
        List<Name> spellings = new ArrayList<>();
        for (String name : debtor.names()) {
            Name spelling = Name.of(name);
            spellings.add(spelling);
            for (long word : spelling.hashes()) {
                words.add(word, place, 0);
            }
        }
        names.set(place, List.copyOf(spellings));
    }

    /** How much a debtor's name is like the payer's, 0 to 1, for those that have something of it; by place. */
    Map<Integer, Double> likeness(@Nullable String payer) {
        Map<Integer, Double> alike = new TreeMap<>();
        if (payer == null) {
            return alike;
        }
        Name said = Name.of(payer);
        boolean cut = payer.length() == 27 || payer.length() == 35 || payer.length() == 70;
        double all = IntStream.range(0, said.words().length)
                .mapToDouble(word -> weight(said, word))
                .sum();
        for (int debtor : likeliest(said)) {
            double best = 0;
            for (Name spelling : names.get(debtor)) {
                best = Math.max(best, likeness(said, all, spelling, cut));
            }
            if (best >= Payers.ALIKE) {
                alike.put(debtor, best);
            }
        }
        return alike;
    }

    /** Those that share the rarest words with what was said, as many as are worth comparing in full. */
    private int[] likeliest(Name said) {
        if (shared.length < names.size()) {
            shared = new double[names.size() + names.size() / 2];
        }
        Ints found = new Ints();
        for (int word = 0; word < said.words().length; word++) {
            if (frequency(said, word) <= MOST_OF_A_WORD) {
                double weight = weight(said, word);
                for (int entry = words.first(said.hashes()[word]); entry >= 0; entry = words.next(entry)) {
                    int debtor = words.thing(entry);
                    if (shared[debtor] == 0) {
                        found.add(debtor);
                    }
                    shared[debtor] += weight;
                }
            }
        }
        int[] likeliest = new int[MOST_COMPARED];
        int count = 0;
        for (int i = 0; i < found.size(); i++) {
            count = enter(likeliest, count, found.get(i));
        }
        for (int i = 0; i < found.size(); i++) {
            shared[found.get(i)] = 0;
        }
        return Arrays.copyOf(likeliest, count);
    }

    /** @return how many there are with this one; the least likely falls out */
    private int enter(int[] likeliest, int count, int debtor) {
        int at = count;
        while (at > 0 && isLikelier(debtor, likeliest[at - 1])) {
            at--;
        }
        if (at == MOST_COMPARED) {
            return count;
        }
        int most = Math.min(count, MOST_COMPARED - 1);
        System.arraycopy(likeliest, at, likeliest, at + 1, most - at);
        likeliest[at] = debtor;
        return most + 1;
    }

    private boolean isLikelier(int one, int other) {
        return shared[one] != shared[other]
                ? shared[one] > shared[other]
                : keys.get(one).compareTo(keys.get(other)) < 0;
    }

    private double likeness(Name said, double all, Name spelling, boolean cut) {
        double shared = 0;
        double other = 0;
        for (int word = 0; word < spelling.words().length; word++) {
            String one = spelling.words()[word];
            if (said.has(one, spelling.hashes()[word]) || cut && said.hasBeginningOf(one)) {
                shared += weight(spelling, word);
            } else {
                other += weight(spelling, word);
            }
        }
        return shared == 0 ? 0 : Math.min(1, shared / (Math.max(all, shared) + other));
    }

    private double weight(Name name, int word) {
        return Math.log((Math.max(debtors, whole.debtors()) + 1.5) / (frequency(name, word) + 0.5));
    }

    private int frequency(Name name, int word) {
        int here = words.count(name.hashes()[word], MOST_OF_A_WORD + 1);
        return whole.words().isEmpty() ? here : Math.max(here, whole.words().getOrDefault(name.words()[word], 0));
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
