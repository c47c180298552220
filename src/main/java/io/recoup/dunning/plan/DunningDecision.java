package io.recoup.dunning.plan;

import io.recoup.dunning.policy.Level;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.List;

/** What is done about one open item on one business date, and why. */
public sealed interface DunningDecision {

    Reason reason();

    /** The day on which something changes by itself; null when only a new fact can change it. */
    LocalDate nextOn();

    /** The word under which it is stored and shown. */
    String word();

    /** @param occurrence how often this level will have been sent about the item, 1 = the first time */
    record Line(ItemId item, int occurrence) {}

    /**
     * A letter goes out today: one per debtor.
     *
     * @param procedure its name; {@link io.recoup.dunning.policy.Action#PROCEDURE} where an action of the policy sends it
     * @param occurrence of an action: its day as yyyymmdd; 0 of a level
     * @param lines every item in it, oldest due date first; none in a message
     * @param claims what it asks for, per currency
     */
    record Notice(
            String procedure,
            Level level,
            int occurrence,
            List<Line> lines,
            List<Claim> claims,
            Reason reason,
            LocalDate nextOn)
            implements DunningDecision {
        public Notice {
            lines = List.copyOf(lines);
            claims = List.copyOf(claims);
        }

        @Override
        public String word() {
            return "notice";
        }
    }

    /** Nothing is asked of the debtor: nothing is owed, or somebody said to leave it. */
    record Rest(Reason reason, LocalDate nextOn) implements DunningDecision {
        @Override
        public String word() {
            return "rest";
        }
    }

    /** The next letter has its day, and it is not today. */
    record Wait(LocalDate until, Reason reason) implements DunningDecision {
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
    record Refer(Reason reason) implements DunningDecision {
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
