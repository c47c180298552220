package io.recoup.receivables.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.DebtorProfile.Contact;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts together the accounts of many debtors with one query for each kind of row. */
@Repository
class AccountReader {

    private final JdbcClient jdbc;

    AccountReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Holding(long debtor, DebtorAccount.Hold hold) {}

    private record Unapplied(long debtorId, String currency, long minor) {}

    private record ContactRow(long debtorId, String kind, String email) {}

    private record Reopened(long debtorId, long itemId, LocalDate on) {}

    /** In the order of their ids. */
    List<DebtorAccount> accounts(Long[] debtors) {
        Map<Long, List<OpenItem>> items = items(debtors);
        Map<Long, List<Holding>> holds = holds(debtors);
        Map<Long, List<Unapplied>> unapplied = unapplied(debtors);
        Map<Long, List<ContactRow>> contacts = contacts(debtors);
        Map<Long, List<Reopened>> reopened = reopened(debtors);
        return jdbc.sql("""
                SELECT id, source, source_id, name, language, country, tax_id, type, category, tags, zone, agent_name,
                       agent_email
                FROM debtor WHERE id = ANY (:ids) ORDER BY id
                """)
                .param("ids", debtors)
                .query((row, n) -> {
                    long id = row.getLong("id");
                    return new DebtorAccount(
                            profile(row, contacts.getOrDefault(id, List.of())),
                            items.getOrDefault(id, List.of()),
                            holds.getOrDefault(id, List.of()).stream()
                                    .map(Holding::hold)
                                    .toList(),
                            unapplied.getOrDefault(id, List.of()).stream()
                                    .map(sum -> Money.of(sum.minor(), sum.currency()))
                                    .toList(),
                            reopened.getOrDefault(id, List.of()).stream()
                                    .collect(toMap(item -> new ItemId(item.itemId()), Reopened::on)));
                })
                .list();
    }

    private Map<Long, List<OpenItem>> items(Long[] debtors) {
        return jdbc.sql("""
                SELECT item_id AS id, debtor_id, kind, number, instalment, total_minor, open_minor, currency, issued_on,
                       due_on, reference, source
                FROM open_item WHERE debtor_id = ANY (:ids) ORDER BY debtor_id, due_on, item_id
                """).param("ids", debtors).query(JdbcAccounts::item).list().stream()
                .collect(groupingBy(item -> item.debtor().value()));
    }

    private Map<Long, List<Holding>> holds(Long[] debtors) {
        return jdbc.sql("""
                SELECT debtor_id, id, item_id, kind, until_on, reason FROM hold
                WHERE released_at IS NULL AND debtor_id = ANY (:ids) ORDER BY id
                """).param("ids", debtors).query(AccountReader::holding).list().stream()
                .collect(groupingBy(Holding::debtor));
    }

    private Map<Long, List<Unapplied>> unapplied(Long[] debtors) {
        return jdbc.sql("""
                SELECT debtor_id, currency, sum(left_minor) AS minor FROM unapplied WHERE debtor_id = ANY (:ids)
                GROUP BY debtor_id, currency
                """).param("ids", debtors).query(Unapplied.class).list().stream()
                .collect(groupingBy(Unapplied::debtorId));
    }

    private Map<Long, List<ContactRow>> contacts(Long[] debtors) {
        return jdbc.sql("""
                SELECT debtor_id, kind, email FROM contact
                WHERE unusable IS NULL AND email IS NOT NULL AND debtor_id = ANY (:ids)
                ORDER BY debtor_id, kind <> 'billing', id
                """).param("ids", debtors).query(AccountReader::contact).list().stream()
                .collect(groupingBy(ContactRow::debtorId));
    }

    /** Items that owe again because money was taken back, each with the newest day of that. */
    private Map<Long, List<Reopened>> reopened(Long[] debtors) {
        return jdbc.sql("""
                SELECT o.debtor_id, o.item_id, max(p.business_date) AS "on"
                FROM open_item o JOIN posting p ON p.item_id = o.item_id
                WHERE o.debtor_id = ANY (:ids) AND p.kind = 'allocated' AND p.reverses IS NOT NULL
                GROUP BY o.debtor_id, o.item_id
                """).param("ids", debtors).query(Reopened.class).list().stream()
                .collect(groupingBy(Reopened::debtorId));
    }

    private static DebtorProfile profile(ResultSet row, List<ContactRow> contacts) throws SQLException {
        String zone = row.getString("zone");
        return new DebtorProfile(
                new DebtorId(row.getLong("id")),
                row.getString("source"),
                row.getString("source_id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("country"),
                row.getString("tax_id"),
                row.getString("type"),
                row.getString("category"),
                List.of((String[]) row.getArray("tags").getArray()),
                zone == null ? null : ZoneId.of(zone),
                row.getString("agent_name"),
                row.getString("agent_email"),
                contacts.stream()
                        .map(contact -> new Contact(contact.kind(), contact.email()))
                        .toList());
    }

    private static ContactRow contact(ResultSet rs, int row) throws SQLException {
        return new ContactRow(rs.getLong("debtor_id"), rs.getString("kind"), rs.getString("email"));
    }

    private static Holding holding(ResultSet rs, int row) throws SQLException {
        long item = rs.getLong("item_id");
        return new Holding(
                rs.getLong("debtor_id"),
                new DebtorAccount.Hold(
                        rs.getLong("id"),
                        item == 0 ? null : new ItemId(item),
                        rs.getString("kind"),
                        rs.getObject("until_on", LocalDate.class),
                        rs.getString("reason")));
    }
}
