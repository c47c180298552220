package io.recoup.dunning.plan;

import io.recoup.dunning.pack.ContactCap;
import io.recoup.dunning.pack.Sourced;
import io.recoup.dunning.plan.DunningDecision.Wait;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How far apart what reaches out to a debtor must lie. */
public final class Spacing {

    private Spacing() {}

    /**
     * @param gapDays from the last letter to the next; 0 = none, 1 = not on the same day
     * @param caps on contacts of any kind
     * @return until when a letter must wait; empty = it may leave today
     */
    public static Optional<Wait> tooSoon(
            DunningHistory history, int gapDays, List<Sourced<ContactCap>> caps, LocalDate today) {
        LocalDate last = history.lastNoticeOn();
        if (last != null) {
            LocalDate free = last.plusDays(gapDays);
            if (today.isBefore(free)) {
                return Optional.of(new Wait(free, Reason.of("wait.gap", last, free)));
            }
        }
        List<LocalDate> contacts = history.allContacts();
        for (Sourced<ContactCap> cap : caps) {
            if (!cap.value().allows(contacts, today)) {
                return Optional.of(full(cap, contacts, today));
            }
        }
        return Optional.empty();
    }

    private static Wait full(Sourced<ContactCap> cap, List<LocalDate> contacts, LocalDate today) {
        LocalDate on = today.plusDays(1);
        while (!cap.value().allows(contacts, on)) {
            on = on.plusDays(1);
        }
        return new Wait(
                on, Reason.of("wait.contacts", cap.value().count(), cap.value().withinDays(), cap.pack(), on));
    }
}
