package io.recoup.agency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where a case stands, in our words. The transitions form one graph; whatever an agency says is read against it and
 * never guessed.
 */
public enum CaseState {
    /** Approved and held here; the agency has not heard of it. */
    PREPARED,
    /** On its way; until the agency answers it may or may not have the case. */
    SUBMITTING,
    /** The agency has it and gave it a number. */
    SUBMITTED,
    UNDER_REVIEW,
    ACTIVE,
    PAUSED,
    /** The agency waits for something from us. */
    ACTION_REQUIRED,
    RECALL_REQUESTED,
    /** The agency declined it. */
    REJECTED,
    CLOSED;

    /** States a case may pass through unseen between two polls. */
    private static final Set<CaseState> PASSING = EnumSet.of(UNDER_REVIEW, ACTIVE);

    /** The direct steps of the graph. */
    public Set<CaseState> next() {
        return switch (this) {
            // closed without submission: everything was paid, or it was recalled, before it left
            case PREPARED -> EnumSet.of(SUBMITTING, CLOSED);
            case SUBMITTING -> EnumSet.of(SUBMITTED, REJECTED);
            case SUBMITTED -> EnumSet.of(UNDER_REVIEW, REJECTED, RECALL_REQUESTED, CLOSED);
            case UNDER_REVIEW -> EnumSet.of(ACTIVE, ACTION_REQUIRED, REJECTED, RECALL_REQUESTED, CLOSED);
            case ACTIVE -> EnumSet.of(PAUSED, ACTION_REQUIRED, RECALL_REQUESTED, CLOSED);
            case PAUSED -> EnumSet.of(ACTIVE, RECALL_REQUESTED, CLOSED);
            case ACTION_REQUIRED -> EnumSet.of(ACTIVE, UNDER_REVIEW, RECALL_REQUESTED, CLOSED);
            case RECALL_REQUESTED -> EnumSet.of(CLOSED);
            case REJECTED -> EnumSet.noneOf(CaseState.class);
            // a payment was taken back and the agency goes on
            case CLOSED -> EnumSet.of(ACTIVE);
        };
    }

    public boolean canBecome(CaseState next) {
        return next().contains(next);
    }

    /**
     * Whether an agency's report may find the case in that state: after a direct step, or after steps through review
     * and work that happened between two reports. A closed case is only found active again.
     */
    public boolean canBeFoundIn(CaseState reported) {
        if (reported == this) {
            return false;
        }
        if (!isWithAgency() || reported == RECALL_REQUESTED) {
            return this == CLOSED && reported == ACTIVE;
        }
        Deque<CaseState> reached = new ArrayDeque<>(Set.of(this));
        Set<CaseState> seen = EnumSet.of(this);
        while (!reached.isEmpty()) {
            for (CaseState step : reached.pop().next()) {
                if (step == reported) {
                    return true;
                }
                if (PASSING.contains(step) && seen.add(step)) {
                    reached.push(step);
                }
            }
        }
        return false;
    }

    /** The agency has the case and works, or may work, on it. */
    public boolean isWithAgency() {
        return switch (this) {
            case SUBMITTED, UNDER_REVIEW, ACTIVE, PAUSED, ACTION_REQUIRED, RECALL_REQUESTED -> true;
            case PREPARED, SUBMITTING, REJECTED, CLOSED -> false;
        };
    }

    /** Its items are bound to it. */
    public boolean isLive() {
        return this != REJECTED && this != CLOSED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
