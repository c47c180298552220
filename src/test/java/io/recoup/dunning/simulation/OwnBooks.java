package io.recoup.dunning.simulation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is true in a simulated year, kept a second time and as simply as can be: amounts are minor units. */
final class OwnBooks {

    final Map<String, Debtor> debtors = new LinkedHashMap<>();
    final Map<String, LocalDate> erps = new HashMap<>();
    LocalDate bank;

    static final class Doc {
        String number;
        int part;
        String source;
        String kind;
        String currency;
        long original;
        long open;
        LocalDate issuedOn;
        LocalDate dueOn;
        LocalDate reopenedOn;
        boolean cancelled;
        final int place;
        final List<Told> told = new ArrayList<>();

        Doc(int place) {
            this.place = place;
        }

        boolean isClaim() {
            return !kind.equals("credit_note") && !isCharge();
        }

        boolean isCharge() {
            return kind.equals("fee") || kind.equals("interest");
        }

        @Override
        public String toString() {
            return kind + " " + number + "/" + part + " " + open + " of " + original + " " + currency + " issued "
                    + issuedOn + " due " + dueOn + (reopenedOn == null ? "" : " reopened " + reopenedOn)
                    + (cancelled ? " cancelled" : "") + " told " + told;
        }
    }

    /** @param days of the level from the due date, should it be renamed */
    record Told(
            String procedure, String level, int days, int occurrence, LocalDate on, boolean interest, boolean sum) {}

    record Held(Doc doc, LocalDate until) {
        boolean on(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }

    /** @param charges numbers of its fees and interest */
    record Letter(LocalDate on, List<Doc> docs, String action, LocalDate servedBefore, List<String> charges) {}

    record Paid(String debtor, String currency, long unapplied, Map<Doc, Long> parts) {}

    static final class Debtor {
        final String id;
        final List<String> tags;
        final List<Doc> docs = new ArrayList<>();
        final List<Held> holds = new ArrayList<>();
        final Map<String, Long> unapplied = new HashMap<>();
        final Map<String, LocalDate> served = new HashMap<>();
        final Deque<Letter> letters = new ArrayDeque<>();
        final Map<String, Paid> receipts = new LinkedHashMap<>();
        final Map<String, LocalDate> referred = new HashMap<>();
        boolean reachable = true;
        int places;

        Debtor(String id, List<String> tags) {
            this.id = id;
            this.tags = tags;
        }

        List<Doc> open() {
            List<Doc> open = new ArrayList<>();
            for (Doc doc : docs) {
                if (doc.open > 0) {
                    open.add(doc);
                }
            }
            return open;
        }

        boolean isHeld(Doc doc, LocalDate day) {
            for (Held held : holds) {
                if ((held.doc() == null || held.doc() == doc) && held.on(day)) {
                    return true;
                }
            }
            return false;
        }

        LocalDate lastContact() {
            return letters.isEmpty() ? null : letters.getLast().on();
        }

        long credit(String currency) {
            long credit = Math.max(0, unapplied.getOrDefault(currency, 0L));
            for (Doc doc : docs) {
                credit += doc.kind.equals("credit_note") && doc.currency.equals(currency) ? doc.open : 0;
            }
            return credit;
        }
    }

    Doc enter(Debtor debtor, String number, int part, String kind, String source, String currency, long total) {
        Doc doc = new Doc(++debtor.places);
        doc.number = number;
        doc.part = part;
        doc.kind = kind;
        doc.source = source;
        doc.currency = currency;
        doc.original = total;
        doc.open = total;
        debtor.docs.add(doc);
        return doc;
    }

    /** Oldest due date first; what is left stays unapplied. */
    void pay(Debtor debtor, String receipt, String currency, long amount, List<Doc> items) {
        long left = amount;
        Map<Doc, Long> parts = new LinkedHashMap<>();
        for (Doc doc : oldestFirst(items)) {
            long part = Math.min(left, doc.open);
            if (part > 0 && doc.currency.equals(currency)) {
                doc.open -= part;
                left -= part;
                parts.put(doc, part);
            }
        }
        debtor.unapplied.merge(currency, left, Long::sum);
        debtor.receipts.put(receipt, new Paid(debtor.id, currency, left, parts));
    }

    void reverse(Debtor debtor, String receipt, LocalDate on) {
        Paid paid = debtor.receipts.remove(receipt);
        paid.parts().forEach((doc, part) -> {
            if (!doc.cancelled) {
                doc.open = Math.min(doc.original, doc.open + part);
                doc.reopenedOn = on;
            }
        });
        debtor.unapplied.merge(paid.currency(), -paid.unapplied(), Long::sum);
    }

    /** @return what of the credit note is left */
    long credit(List<Doc> items, long amount) {
        long left = amount;
        for (Doc doc : oldestFirst(items)) {
            long part = Math.min(left, doc.open);
            doc.open -= part;
            left -= part;
        }
        return left;
    }

    void cancel(List<Doc> items) {
        items.forEach(doc -> {
            doc.open = 0;
            doc.cancelled = true;
        });
    }

    /** The newest letter did not arrive. @return false where there was none */
    boolean takeBack(Debtor debtor, boolean forGood) {
        Letter last = debtor.letters.pollLast();
        if (last == null) {
            return false;
        }
        last.docs().forEach(doc -> doc.told.remove(doc.told.size() - 1));
        if (last.action() != null) {
            if (last.servedBefore() == null) {
                debtor.served.remove(last.action());
            } else {
                debtor.served.put(last.action(), last.servedBefore());
            }
        }
        for (Doc doc : debtor.docs) {
            if (last.charges().contains(doc.number)) {
                cancel(List.of(doc));
            }
        }
        debtor.reachable &= !forGood;
        return true;
    }

    private static List<Doc> oldestFirst(List<Doc> items) {
        return items.stream()
                .sorted(Comparator.comparing((Doc doc) -> doc.dueOn))
                .toList();
    }
}
