package io.recoup.followup.store;

import io.recoup.followup.Contact;
import io.recoup.followup.ContactKind;
import io.recoup.followup.ContactLog;
import io.recoup.followup.NewContact;
import io.recoup.followup.NewTask;
import io.recoup.followup.PromiseToPay;
import io.recoup.followup.TaskOrigin;
import io.recoup.followup.Tasks;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.InvoiceEntry.HoldEntry;
import io.recoup.receivables.Ledger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
public class JdbcContactLog implements ContactLog {

    private final ContactStore contacts;
    private final Tasks tasks;
    private final Ledger ledger;

    JdbcContactLog(ContactStore contacts, Tasks tasks, Ledger ledger) {
        this.contacts = contacts;
        this.tasks = tasks;
        this.ledger = ledger;
    }

    /** An entry is never changed, so what it names comes first; the debtor's lock keeps a second form out meanwhile. */
    @Override
    public long record(NewContact contact) {
        ledger.lock(contact.debtor());
        Optional<Long> known = contact.key() == null ? Optional.empty() : contacts.withKey(contact.key());
        return known.orElseGet(() -> contacts.insert(contact, nextAction(contact), hold(contact)));
    }

    private Long nextAction(NewContact contact) {
        if (contact.nextOn() == null) {
            return null;
        }
        return tasks.create(new NewTask(
                TaskOrigin.PERSON,
                contact.responsible(),
                contact.debtor(),
                contact.remark(),
                "next_action",
                List.of(),
                contact.on(),
                contact.nextOn(),
                null,
                contact.responsible()));
    }

    private Long hold(NewContact contact) {
        PromiseToPay promise = contact.promise();
        if (promise == null) {
            return null;
        }
        String reason = promise.amount() == null
                ? contact.remark()
                : promise.amount() + (contact.remark() == null ? "" : " · " + contact.remark());
        return ledger.hold(
                contact.debtor(), null, new HoldEntry("promise", promise.until(), reason), contact.responsible());
    }

    @Override
    public List<Contact> ofDebtor(DebtorId debtor, int limit) {
        return contacts.ofDebtor(debtor.value(), limit);
    }

    @Override
    public Map<DebtorId, Contact> lastContacts(Collection<DebtorId> debtors) {
        return contacts.last(debtors.stream().distinct().map(DebtorId::value).toArray(Long[]::new)).stream()
                .collect(Collectors.toMap(Contact::debtor, Function.identity()));
    }

    @Override
    public Set<DebtorId> contactedSince(LocalDate day, Collection<ContactKind> kinds) {
        Collection<ContactKind> counted = kinds.isEmpty() ? List.of(ContactKind.values()) : kinds;
        return new HashSet<>(
                contacts.since(day, counted.stream().map(ContactKind::word).toArray(String[]::new)));
    }

    @Override
    public Map<DebtorId, List<Entry>> entries(Collection<DebtorId> debtors) {
        return contacts.entries(debtors.stream().map(DebtorId::value).toArray(Long[]::new));
    }
}
