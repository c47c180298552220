package io.recoup.followup;

import io.recoup.receivables.DebtorId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who spoke to a debtor, when, and what came of it. Entries are never changed: a correction is another entry. */
public interface ContactLog {

    /**
     * Enters a contact with what follows from it: the next action becomes a task of the one responsible, a promise holds
     * back all dunning of the debtor until its day. A known key changes nothing.
     *
     * @return the entry's id, new or old
     */
    long record(NewContact contact);

    /** The latest first. */
    List<Contact> ofDebtor(DebtorId debtor, int limit);

    /** The latest entry of each of these debtors that has one. */
    Map<DebtorId, Contact> lastContacts(Collection<DebtorId> debtors);

    /** A day on which a debtor was dealt with. */
    record Entry(ContactKind kind, LocalDate on) {}

    /** All entries of each of the debtors that has any, in no order. */
    Map<DebtorId, List<Entry>> entries(Collection<DebtorId> debtors);

    /**
     * Debtors with an entry on that business date or later.
     *
     * @param kinds what counts as a contact; empty = everything
     */
    Set<DebtorId> contactedSince(LocalDate day, Collection<ContactKind> kinds);

    default Set<DebtorId> contactedSince(LocalDate day) {
        return contactedSince(day, Set.of());
    }
}
