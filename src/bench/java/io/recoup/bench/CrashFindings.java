package io.recoup.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a round that was killed differs from the run that was not.
 *
 * @param remindersTwice mails that say the same thing twice, or that no letter of ours explains
 * @param remindersLost sent in the reference, and here neither sent nor unknown; or called sent and in no mailbox
 * @param unknownArrived letters whose fate the sender does not know, and that are in the mailbox
 * @param unknownNotArrived the same, and they are not
 * @param paymentsLost receipts, payments at the agency and postings of the reference that are missing here
 * @param paymentsDoubled such lines that are here and not in the reference
 * @param others differences of every other kind
 * @param details every difference in words
 */
record CrashFindings(
        int remindersTwice,
        int remindersLost,
        int unknownArrived,
        int unknownNotArrived,
        int casesTwice,
        int paymentsLost,
        int paymentsDoubled,
        int settlementsMissing,
        int settlementLinesRepeated,
        int invariantsBroken,
        int others,
        List<String> details) {

    private static final List<String> MONEY = List.of(
            "payments at the agency",
            "payments told by the agency",
            "receipts",
            "money received",
            "allocations",
            "postings",
            "bank transactions");

    static CrashFindings of(CrashBooks reference, CrashBooks round) {
        List<String> details = new ArrayList<>();
        int lost = 0;
        int doubled = 0;
        int others = 0;
        int cases = round.casesTwice().size();
        details.addAll(said("case twice", round.casesTwice()));
        for (String part : reference.parts().keySet()) {
            List<String> gone = less(reference.parts().get(part), round.parts().get(part));
            List<String> added = less(round.parts().get(part), reference.parts().get(part));
            details.addAll(said("missing in " + part, gone));
            details.addAll(said("too much in " + part, added));
            if (MONEY.contains(part)) {
                lost += gone.size();
                doubled += added.size();
            } else if (part.equals("cases at the agency")) {
                cases += added.size();
                others += gone.size();
            } else {
                others += gone.size() + added.size();
            }
        }
        List<String> twice = new ArrayList<>(round.mailsTwice());
        twice.addAll(round.strayMails());
        Map<String, List<String>> letters = letters(reference, round);
        details.addAll(said("reminder twice", twice));
        letters.forEach((what, which) -> details.addAll(said(what, which)));
        details.addAll(said("settlement missing", round.settlementsMissing()));
        details.addAll(said("invariant broken", round.invariantRows()));
        return new CrashFindings(
                twice.size(),
                letters.get("reminder lost").size(),
                letters.get("unknown, arrived").size(),
                letters.get("unknown, not arrived").size(),
                cases,
                lost,
                doubled,
                round.settlementsMissing().size(),
                round.settlementLinesRepeated(),
                round.invariantRows().size(),
                others + letters.get("letter too much").size(),
                details);
    }

    private static Map<String, List<String>> letters(CrashBooks reference, CrashBooks round) {
        Map<String, List<String>> found = new TreeMap<>(Map.of(
                "reminder lost", new ArrayList<>(),
                "unknown, arrived", new ArrayList<>(),
                "unknown, not arrived", new ArrayList<>(),
                "letter too much", new ArrayList<>()));
        reference.notices().forEach((letter, state) -> {
            String here = round.notices().getOrDefault(letter, "not planned");
            boolean arrived = round.mailsOf().getOrDefault(letter, 0L) > 0;
            if (here.equals("unknown")) {
                found.get(arrived ? "unknown, arrived" : "unknown, not arrived").add(letter);
            } else if (state.equals("sent") && !(here.equals("sent") && arrived)) {
                found.get("reminder lost").add(here + (arrived ? ", arrived: " : ": ") + letter);
            } else if (!state.equals(here)) {
                found.get("letter too much").add(state + " became " + here + ": " + letter);
            }
        });
        round.notices().keySet().stream()
                .filter(letter -> !reference.notices().containsKey(letter))
                .forEach(letter -> found.get("letter too much").add(letter));
        return found;
    }

    boolean isClean() {
        return remindersTwice
                        + remindersLost
                        + casesTwice
                        + paymentsLost
                        + paymentsDoubled
                        + settlementsMissing
                        + invariantsBroken
                        + others
                == 0;
    }

    CrashFindings plus(CrashFindings other) {
        return new CrashFindings(
                remindersTwice + other.remindersTwice,
                remindersLost + other.remindersLost,
                unknownArrived + other.unknownArrived,
                unknownNotArrived + other.unknownNotArrived,
                casesTwice + other.casesTwice,
                paymentsLost + other.paymentsLost,
                paymentsDoubled + other.paymentsDoubled,
                settlementsMissing + other.settlementsMissing,
                settlementLinesRepeated + other.settlementLinesRepeated,
                invariantsBroken + other.invariantsBroken,
                others + other.others,
                List.of());
    }

    static CrashFindings none() {
        return new CrashFindings(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    static final String HEADING = "reminders twice | lost | unknown, arrived | unknown, not arrived | cases twice"
            + " | payments lost | doubled | settlements missing | lines repeated | invariants broken | other differences";

    String row() {
        return String.format(
                Locale.ROOT,
                "%d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d",
                remindersTwice,
                remindersLost,
                unknownArrived,
                unknownNotArrived,
                casesTwice,
                paymentsLost,
                paymentsDoubled,
                settlementsMissing,
                settlementLinesRepeated,
                invariantsBroken,
                others);
    }

    private static List<String> said(String what, List<String> lines) {
        return lines.stream().map(line -> what + ": " + line).toList();
    }

    /** What is left of the first list when each line of the second takes one away. */
    private static List<String> less(List<String> from, List<String> take) {
        Map<String, Integer> left = new HashMap<>();
        take.forEach(line -> left.merge(line, 1, Integer::sum));
        return from.stream()
                .filter(line -> left.merge(line, -1, Integer::sum) < 0)
                .toList();
    }
}
