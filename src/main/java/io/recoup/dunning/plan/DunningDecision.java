package io.recoup.dunning.plan;

import io.recoup.dunning.policy.Level;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.List;

/** What is done about one open item on one business date, and why. */
public sealed interface DunningDecision {

    String reason();

    /** The day on which something changes by itself; null when only a new fact can change it. */
    LocalDate nextOn();

    /** The word under which it is stored and shown. */
    String word();

    /** @param occurrence how often this level will have been sent about the item, 1 = the first time */
    record Line(ItemId item, int occurrence) {}

    /** A letter goes out today: one per debtor and level. @param lines every item in it, oldest due date first */
    record Notice(Level level, List<Line> lines, String reason, LocalDate nextOn) implements DunningDecision {
        public Notice {
            lines = List.copyOf(lines);
        }

        @Override
        public String word() {
            return "notice";
        }
    }

    /** Nothing is asked of the debtor: nothing is owed, or somebody said to leave it. */
    record Rest(String reason, LocalDate nextOn) implements DunningDecision {
        @Override
        public String word() {
            return "rest";
        }
    }

    /** The next letter has its day, and it is not today. */
    record Wait(LocalDate until, String reason) implements DunningDecision {
        @Override
        public LocalDate nextOn() {
            return until;
        }

        @Override
        public String word() {
            return "wait";
        }
    }

    /** All letters were sent in vain. */
    record Refer(String reason) implements DunningDecision {
        @Override
        public LocalDate nextOn() {
            return null;
        }

        @Override
        public String word() {
            return "refer";
        }
    }
}
