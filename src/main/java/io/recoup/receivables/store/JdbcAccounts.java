package io.recoup.receivables.store;

import static java.util.stream.Collectors.toMap;

import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcAccounts implements Accounts {

    static final String ITEM = """
        SELECT i.id, i.debtor_id, i.kind, i.number, i.instalment, i.total_minor, coalesce(o.open_minor, 0) AS open_minor,
               i.currency, i.issued_on, i.due_on, i.reference, i.source
        FROM item i LEFT JOIN open_item o ON o.item_id = i.id
        WHERE i.state = 'open' AND NOT EXISTS (SELECT FROM item part WHERE part.parent_id = i.id)
        """;

    private final JdbcClient jdbc;
    private final AccountReader reader;

    @Autowired
    JdbcAccounts(JdbcClient jdbc, AccountReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    public JdbcAccounts(JdbcClient jdbc) {
        this(jdbc, new AccountReader(jdbc));
    }

    @Override
    public DebtorAccount account(DebtorId debtor) {
        return accounts(List.of(debtor)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no debtor " + debtor.value()));
    }

    @Override
    public List<DebtorAccount> accounts(Collection<DebtorId> debtors) {
        return reader.accounts(debtors.stream().map(DebtorId::value).toArray(Long[]::new));
    }

    @Override
    public List<Unattributed> unattributed() {
        return jdbc.sql("""
            SELECT u.currency, r.payer_name, u.left_minor
            FROM unapplied u JOIN receipt r ON r.id = u.receipt_id WHERE u.debtor_id IS NULL
            """)
                .query((row, n) -> new Unattributed(
                        Money.of(row.getLong("left_minor"), row.getString("currency")), row.getString("payer_name")))
                .list();
    }

    @Override
    public List<OpenItem> items(Collection<ItemId> ids) {
        return jdbc.sql(ITEM + "AND i.id = ANY (:ids) ORDER BY i.due_on, i.id")
                .param("ids", ids.stream().map(ItemId::value).toArray(Long[]::new))
                .query(JdbcAccounts::item)
                .list();
    }

    @Override
    public List<OpenItem> byNumber(String number) {
        return jdbc.sql(ITEM
                        + "AND upper(regexp_replace(i.number, '[^A-Za-z0-9]', '', 'g')) = :number ORDER BY"
                        + " i.due_on, i.id")
                .param("number", ItemStore.normalised(number))
                .query(JdbcAccounts::item)
                .list();
    }

    @Override
    public Optional<DebtorId> debtorOf(String source, String sourceId) {
        return jdbc.sql("SELECT id FROM debtor WHERE source = :source AND source_id = :sourceId")
                .param("source", source)
                .param("sourceId", sourceId)
                .query(Long.class)
                .optional()
                .map(DebtorId::new);
    }

    @Override
    public List<DebtorId> debtorsWithAccount(String iban) {
        return debtorsWithAccounts(List.of(iban)).getOrDefault(iban, List.of());
    }

    @Override
    public Map<String, List<DebtorId>> debtorsWithAccounts(Collection<String> ibans) {
        Map<String, List<DebtorId>> owners = new HashMap<>();
        jdbc.sql("""
            SELECT a.iban, d.id FROM unnest(:ibans::text[]) AS a (iban) JOIN debtor d ON d.ibans @> ARRAY[a.iban]
            ORDER BY d.id
            """)
                .param("ibans", ibans.toArray(String[]::new))
                .query((rs, row) -> owners.computeIfAbsent(rs.getString(1), iban -> new ArrayList<>())
                        .add(new DebtorId(rs.getLong(2))))
                .list();
        return owners;
    }

    @Override
    public Map<ItemId, Long> newestPostings(Collection<ItemId> items) {
        return jdbc
                .sql("SELECT item_id, max(id) AS newest FROM posting WHERE item_id = ANY (:items) GROUP BY item_id")
                .param("items", items.stream().map(ItemId::value).toArray(Long[]::new))
                .query((rs, n) -> Map.entry(new ItemId(rs.getLong("item_id")), rs.getLong("newest")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<ReceiptId> receiptOf(long posting) {
        return jdbc.sql("SELECT receipt_id FROM posting WHERE id = :posting AND receipt_id IS NOT NULL")
                .param("posting", posting)
                .query(Long.class)
                .optional()
                .map(ReceiptId::new);
    }

    @Override
    public ListedDocuments openBeside(String source, Collection<String> sourceIds) {
        return jdbc.sql("""
            SELECT count(*) AS open, count(*) FILTER (WHERE listed.id IS NULL) AS absent
            FROM (SELECT DISTINCT i.source_id FROM open_item o JOIN item i ON i.id = o.item_id
                  WHERE i.source = :source) AS held
            LEFT JOIN (SELECT DISTINCT unnest(:ids::text[]) AS id) AS listed ON listed.id = held.source_id
            """)
                .param("source", source)
                .param("ids", sourceIds.toArray(String[]::new))
                .query(ListedDocuments.class)
                .single();
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of(jdbc.sql("SELECT zone FROM creditor WHERE code = 'default'")
                .query(String.class)
                .single());
    }

    /** Of a row with the columns of {@link #ITEM} in their order: runs read millions. */
    static OpenItem item(ResultSet rs, int row) throws SQLException {
        Currency currency = Money.currencyOf(rs.getString(8));
        return new OpenItem(
                new ItemId(rs.getLong(1)),
                new DebtorId(rs.getLong(2)),
                ItemKind.of(rs.getString(3)),
                rs.getString(4),
                rs.getInt(5),
                new Money(rs.getLong(6), currency),
                new Money(rs.getLong(7), currency),
                rs.getObject(9, LocalDate.class),
                rs.getObject(10, LocalDate.class),
                rs.getString(11),
                rs.getString(12));
    }
}
