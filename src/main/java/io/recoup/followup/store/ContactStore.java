package io.recoup.followup.store;

import io.recoup.followup.Contact;
import io.recoup.followup.ContactKind;
import io.recoup.followup.ContactLog;
import io.recoup.followup.ContactOutcome;
import io.recoup.followup.NewContact;
import io.recoup.followup.PromiseToPay;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> withKey(String key) {
        return jdbc.sql("SELECT id FROM contact_log WHERE key = :key")
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    long insert(NewContact contact, Long task, Long hold) {
        PromiseToPay promise = contact.promise();
        Money amount = promise == null ? null : promise.amount();
        return jdbc.sql("""
                        INSERT INTO contact_log (key, debtor_id, business_date, kind, outcome, responsible, remark, next_on,
                                                 task_id, promised_on, promised_minor, currency, hold_id)
                        VALUES (:key, :debtor, :on, :kind, :outcome, :responsible, :remark, :nextOn,
                                :task, :promisedOn, :promised, :currency, :hold)
                        RETURNING id
                        """)
                .param("key", contact.key())
                .param("debtor", contact.debtor().value())
                .param("on", contact.on())
                .param("kind", contact.kind().word())
                .param("outcome", contact.outcome().word())
                .param("responsible", contact.responsible())
                .param("remark", contact.remark())
                .param("nextOn", contact.nextOn())
                .param("task", task)
                .param("promisedOn", promise == null ? null : promise.until())
                .param("promised", amount == null ? null : amount.minor())
                .param("currency", amount == null ? null : amount.currencyCode())
                .param("hold", hold)
                .query(Long.class)
                .single();
    }

    List<Contact> ofDebtor(long debtor, int limit) {
        return jdbc.sql("SELECT * FROM contact_log WHERE debtor_id = :debtor ORDER BY id DESC LIMIT :limit")
                .param("debtor", debtor)
                .param("limit", limit)
                .query(ContactStore::contact)
                .list();
    }

    List<Contact> last(Long[] debtors) {
        return jdbc.sql("""
                        SELECT c.* FROM unnest(:debtors) AS debtor (id)
                        CROSS JOIN LATERAL (
                            SELECT * FROM contact_log WHERE debtor_id = debtor.id ORDER BY id DESC LIMIT 1) c
                        """)
                .param("debtors", debtors)
                .query(ContactStore::contact)
                .list();
    }

    List<DebtorId> since(LocalDate day, String[] kinds) {
        return jdbc.sql("""
                        SELECT DISTINCT debtor_id FROM contact_log
                        WHERE business_date >= :day AND kind = ANY (:kinds)
                        """)
                .param("day", day)
                .param("kinds", kinds)
                .query((row, n) -> new DebtorId(row.getLong("debtor_id")))
                .list();
    }

    private static Contact contact(ResultSet row, int n) throws SQLException {
        LocalDate until = row.getObject("promised_on", LocalDate.class);
        String currency = row.getString("currency");
        return new Contact(
                row.getLong("id"),
                new DebtorId(row.getLong("debtor_id")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("business_date", LocalDate.class),
                ContactKind.of(row.getString("kind")),
                ContactOutcome.of(row.getString("outcome")),
                row.getString("responsible"),
                row.getString("remark"),
                row.getObject("next_on", LocalDate.class),
                row.getObject("task_id", Long.class),
                until == null
                        ? null
                        : new PromiseToPay(
                                until, currency == null ? null : Money.of(row.getLong("promised_minor"), currency)),
                row.getObject("hold_id", Long.class));
    }

    Map<DebtorId, List<ContactLog.Entry>> entries(Long[] debtors) {
        Map<DebtorId, List<ContactLog.Entry>> entries = new HashMap<>();
        jdbc.sql("SELECT debtor_id, kind, business_date FROM contact_log WHERE debtor_id = ANY (:debtors)")
                .param("debtors", debtors)
                .query(row -> {
                    entries.computeIfAbsent(new DebtorId(row.getLong(1)), debtor -> new ArrayList<>())
                            .add(new ContactLog.Entry(
                                    ContactKind.of(row.getString(2)), row.getObject(3, LocalDate.class)));
                });
        return entries;
    }
}
