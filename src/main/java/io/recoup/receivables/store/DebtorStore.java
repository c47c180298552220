package io.recoup.receivables.store;

import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.EntryOutcome;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DebtorStore {

    record Known(long id, String name, Integer termDays, int creditorTermDays) {

        int term() {
            return termDays == null ? creditorTermDays : termDays;
        }
    }

    private final JdbcClient jdbc;

    DebtorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the debtors in order of their ids, so that two transactions never wait for each other. */
    void lock(Collection<Long> debtors) {
        if (!debtors.isEmpty()) {
            jdbc.sql("""
                    SELECT count(*) FROM (
                        SELECT id FROM debtor WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE) AS locked
                    """)
                    .param("ids", debtors.toArray(Long[]::new))
                    .query(Long.class)
                    .single();
        }
    }

    /** Locks the debtors and those of the items in the same order. */
    void lock(Collection<Long> debtors, Collection<Long> items) {
        jdbc.sql("""
                WITH open AS MATERIALIZED (SELECT item_id, debtor_id FROM open_item WHERE item_id = ANY (:items))
                SELECT id FROM debtor
                WHERE id = ANY (ARRAY(SELECT unnest(:debtors::bigint[])
                                      UNION SELECT debtor_id FROM open
                                      UNION SELECT debtor_id FROM item
                                            WHERE id = ANY (ARRAY(SELECT unnest(:items) EXCEPT SELECT item_id FROM open))))
                ORDER BY id FOR NO KEY UPDATE
                """)
                .param("debtors", debtors.toArray(Long[]::new))
                .param("items", items.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    void describeCreditor(String name, int termDays, ZoneId zone) {
        jdbc.sql("""
                UPDATE creditor SET name = :name, term_days = :termDays, zone = :zone
                WHERE code = 'default' AND (name, term_days, zone) IS DISTINCT FROM (:name, :termDays, :zone)
                """)
                .param("name", name)
                .param("termDays", termDays)
                .param("zone", zone.getId())
                .update();
    }

    int condemn(long debtor, String email, String why) {
        return jdbc.sql("""
                UPDATE contact SET unusable = :why
                WHERE debtor_id = :debtor AND lower(email) = lower(:email) AND unusable IS NULL
                """)
                .param("why", why)
                .param("debtor", debtor)
                .param("email", email)
                .update();
    }

    Optional<Known> find(String source, String sourceId) {
        return jdbc.sql("""
                SELECT d.id, d.name, d.term_days, c.term_days AS creditor_term_days
                FROM debtor d JOIN creditor c ON c.id = d.creditor_id
                WHERE d.source = :source AND d.source_id = :sourceId
                """)
                .param("source", source)
                .param("sourceId", sourceId)
                .query(Known.class)
                .optional();
    }

    /** Enters the debtor or what is newly stated of it; holds its lock afterwards. */
    EntryOutcome enter(DebtorEntry debtor) {
        Optional<Known> known = find(debtor.source(), debtor.sourceId());
        if (known.isEmpty()) {
            insert(debtor);
        }
        long id = find(debtor.source(), debtor.sourceId()).orElseThrow().id();
        lock(List.of(id));
        boolean changed = known.isPresent() && update(id, debtor);
        boolean contacts = debtor.contacts() != null && replaceContacts(id, debtor.contacts());
        if (known.isEmpty()) {
            return EntryOutcome.ENTERED;
        }
        return changed || contacts ? EntryOutcome.CHANGED : EntryOutcome.UNCHANGED;
    }

    private void insert(DebtorEntry debtor) {
        bind("""
                INSERT INTO debtor (creditor_id, source, source_id, name, tax_id, language, country, category, tags,
                                    group_key, ibans, term_days, agent_name, agent_email, type, zone)
                SELECT id, :source, :sourceId, :name, :taxId, :language, :country, :category,
                       coalesce(:tags::text[], '{}'), :group, coalesce(:ibans::text[], '{}'), :termDays, :agentName,
                       :agentEmail, :type, :zone
                FROM creditor WHERE code = 'default'
                ON CONFLICT (source, source_id) DO NOTHING
                """, debtor)
                .param("source", debtor.source())
                .param("sourceId", debtor.sourceId())
                .update();
    }

    private boolean update(long id, DebtorEntry debtor) {
        return bind("""
                UPDATE debtor SET (name, tax_id, language, country, category, tags, group_key, ibans, term_days,
                                   agent_name, agent_email, type, zone)
                     = (n.name, n.tax_id, n.language, n.country, n.category, n.tags, n.group_key, n.ibans, n.term_days,
                        n.agent_name, n.agent_email, n.type, n.zone)
                FROM (SELECT d.id,
                             :name AS name,
                             coalesce(:taxId, d.tax_id) AS tax_id,
                             coalesce(:language, d.language) AS language,
                             coalesce(:country, d.country) AS country,
                             coalesce(:category, d.category) AS category,
                             coalesce(:tags::text[], d.tags) AS tags,
                             coalesce(:group, d.group_key) AS group_key,
                             coalesce(:ibans::text[], d.ibans) AS ibans,
                             coalesce(:termDays::int, d.term_days) AS term_days,
                             coalesce(:agentName, d.agent_name) AS agent_name,
                             coalesce(:agentEmail, d.agent_email) AS agent_email,
                             coalesce(:type, d.type) AS type,
                             coalesce(:zone, d.zone) AS zone
                      FROM debtor d WHERE d.id = :id) n
                WHERE debtor.id = n.id
                  AND (debtor.name, debtor.tax_id, debtor.language, debtor.country, debtor.category, debtor.tags,
                       debtor.group_key, debtor.ibans, debtor.term_days, debtor.agent_name, debtor.agent_email,
                       debtor.type, debtor.zone)
                      IS DISTINCT FROM
                      (n.name, n.tax_id, n.language, n.country, n.category, n.tags, n.group_key, n.ibans, n.term_days,
                       n.agent_name, n.agent_email, n.type, n.zone)
                """, debtor).param("id", id).update() > 0;
    }

    private JdbcClient.StatementSpec bind(String sql, DebtorEntry debtor) {
        return jdbc.sql(sql)
                .param("name", debtor.name())
                .param("taxId", debtor.taxId())
                .param(
                        "language",
                        debtor.language() == null ? null : debtor.language().toLowerCase(Locale.ROOT))
                .param(
                        "country",
                        debtor.country() == null ? null : debtor.country().toUpperCase(Locale.ROOT))
                .param("category", debtor.category())
                .param("tags", array(debtor.tags()))
                .param("group", debtor.group())
                .param("ibans", ibans(debtor.ibans()))
                .param("termDays", debtor.termDays())
                .param("agentName", debtor.agentName())
                .param("agentEmail", debtor.agentEmail())
                .param("type", debtor.type())
                .param("zone", debtor.zone() == null ? null : debtor.zone().getId());
    }

    /** Contacts as stated replace the known ones; what is known of an address (unusable) stays with the address. */
    private boolean replaceContacts(long debtor, List<DebtorEntry.ContactEntry> contacts) {
        int gone = jdbc.sql("""
                DELETE FROM contact c WHERE c.debtor_id = :debtor AND NOT EXISTS (
                    SELECT FROM unnest(:kinds::text[], :names::text[], :emails::text[], :phones::text[])
                        AS n (kind, name, email, phone)
                    WHERE (n.kind, n.name, n.email, n.phone)
                          IS NOT DISTINCT FROM (c.kind, c.name, c.email, c.phone))
                """)
                .param("debtor", debtor)
                .param("kinds", column(contacts, c -> c.kind() == null ? "billing" : c.kind()))
                .param("names", column(contacts, DebtorEntry.ContactEntry::name))
                .param("emails", column(contacts, DebtorEntry.ContactEntry::email))
                .param("phones", column(contacts, DebtorEntry.ContactEntry::phone))
                .update();
        int added = jdbc.sql("""
                INSERT INTO contact (debtor_id, kind, name, email, phone)
                SELECT DISTINCT :debtor, n.kind, n.name, n.email, n.phone
                FROM unnest(:kinds::text[], :names::text[], :emails::text[], :phones::text[])
                    AS n (kind, name, email, phone)
                WHERE NOT EXISTS (SELECT FROM contact c WHERE c.debtor_id = :debtor
                    AND (n.kind, n.name, n.email, n.phone) IS NOT DISTINCT FROM (c.kind, c.name, c.email, c.phone))
                """)
                .param("debtor", debtor)
                .param("kinds", column(contacts, c -> c.kind() == null ? "billing" : c.kind()))
                .param("names", column(contacts, DebtorEntry.ContactEntry::name))
                .param("emails", column(contacts, DebtorEntry.ContactEntry::email))
                .param("phones", column(contacts, DebtorEntry.ContactEntry::phone))
                .update();
        return gone + added > 0;
    }

    private static String[] column(
            List<DebtorEntry.ContactEntry> contacts,
            java.util.function.Function<DebtorEntry.ContactEntry, String> field) {
        return contacts.stream().map(field).toArray(String[]::new);
    }

    private static String[] array(List<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    private static String[] ibans(List<String> values) {
        return values == null
                ? null
                : values.stream()
                        .map(iban -> iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
                        .toArray(String[]::new);
    }
}
