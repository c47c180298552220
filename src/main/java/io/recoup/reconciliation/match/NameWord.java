package io.recoup.reconciliation.match;

import java.util.Arrays;

/** A word of names and the debtors that bear it. */
final class NameWord {

    /** Of a word that is in no debtor's name. */
    static final int UNKNOWN = -1;

    final String text;

    /** What it is known by. */
    final int number;

    private int count;

    /** Places of the debtors, until they are too many to tell one from the other. */
    private int[] places = new int[1];

    /** The same in the order of their keys; valid for the order that they were made by. */
    private int[] ranks = new int[0];

    private int orderedBy = -1;

    private double weight;
    private int weighedAmong = -1;
    private int weighedAs = -1;

    NameWord(String text, int number) {
        this.text = text;
        this.number = number;
    }

    void add(int place) {
        if (count <= PayerNames.MOST_OF_A_WORD) {
            if (count > 0 && places[count - 1] == place) {
                return;
            }
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            places[count] = place;
            count++;
            orderedBy = -1;
        }
    }

    /** How often it was entered, up to {@value PayerNames#MOST_OF_A_WORD} and one. */
    int count() {
        return count;
    }

    /** The debtors that bear it, as their keys come; some may come twice. */
    int[] ranks(KeyOrder order) {
        if (orderedBy != order.size()) {
            ranks = new int[count];
            for (int i = 0; i < count; i++) {
                ranks[i] = order.rank(places[i]);
            }
            Arrays.sort(ranks);
            orderedBy = order.size();
        }
        return ranks;
    }

    /** How much it tells. @param debtors how many there are. @param frequency how many bear it */
    double weight(int debtors, int frequency) {
        if (weighedAmong != debtors || weighedAs != frequency) {
            weight = Math.log((debtors + 1.5) / (frequency + 0.5));
            weighedAmong = debtors;
            weighedAs = frequency;
        }
        return weight;
    }
}
