package io.recoup.receivables.store;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.receivables.ReceiptId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceiptStore {

    record Row(long id, Long debtorId, String currency, long amountMinor, String waits, String reversedBy) {}

    private final JdbcClient jdbc;
    private final PostingStore postings;

    ReceiptStore(JdbcClient jdbc, PostingStore postings) {
        this.jdbc = jdbc;
        this.postings = postings;
    }

    /** @return the receipt of each, in the order given; new ones are posted as received */
    List<ReceiptId> receive(List<Ledger.Incoming> incoming, LocalDate on) {
        Map<String, Long> entered =
                insert(incoming.stream().map(Ledger.Incoming::receipt).toList());
        Map<String, Long> ids = new HashMap<>(entered);
        List<PostingStore.Entry> postings = new ArrayList<>();
        for (Ledger.Incoming one : incoming) {
            // of a key that comes twice the first one counts
            Long id = entered.remove(one.receipt().key());
            if (id != null) {
                Money amount = one.receipt().amount();
                postings.add(new PostingStore.Entry(
                        "received", null, id, null, amount.minor(), amount.currencyCode(), one.cause(), null));
            }
        }
        if (!postings.isEmpty()) {
            this.postings.post(postings, on);
        }
        List<String> keys =
                incoming.stream().map(one -> one.receipt().key()).distinct().toList();
        if (ids.size() < keys.size()) {
            ids.putAll(byKey(keys));
        }
        return incoming.stream()
                .map(one -> new ReceiptId(ids.get(one.receipt().key())))
                .toList();
    }

    /** @return ids by key of those whose key was not known */
    private Map<String, Long> insert(List<ReceiptEntry> receipts) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("""
            INSERT INTO receipt (creditor_id, means, source_key, transaction_id, debtor_id, currency, amount_minor,
                                 received_on, payer_name, payer_account, reference, remittance, end_to_end_id, waits)
            SELECT c.id, means, key, transaction, debtor, currency, amount, received_on, payer_name, payer_account,
                   reference, remittance, end_to_end_id, coalesce(waits, 'not looked at yet')
            FROM creditor c,
                 unnest(:means::text[], :keys::text[], :transactions::bigint[], :debtors::bigint[], :currencies::text[],
                        :amounts::bigint[], :receivedOn::date[], :payerNames::text[], :payerAccounts::text[],
                        :references::text[], :remittances::text[], :endToEndIds::text[], :waits::text[])
                 WITH ORDINALITY AS r (means, key, transaction, debtor, currency, amount, received_on, payer_name,
                                       payer_account, reference, remittance, end_to_end_id, waits, nr)
            WHERE c.code = 'default'
            ORDER BY nr
            ON CONFLICT (source_key) DO NOTHING
            RETURNING id, source_key
            """)
                .param("means", texts(receipts, ReceiptEntry::means))
                .param("keys", texts(receipts, ReceiptEntry::key))
                .param(
                        "transactions",
                        receipts.stream().map(ReceiptEntry::transaction).toArray(Long[]::new))
                .param(
                        "debtors",
                        receipts.stream()
                                .map(receipt -> receipt.debtor() == null
                                        ? null
                                        : receipt.debtor().value())
                                .toArray(Long[]::new))
                .param("currencies", texts(receipts, receipt -> receipt.amount().currencyCode()))
                .param(
                        "amounts",
                        receipts.stream()
                                .map(receipt -> receipt.amount().minor())
                                .toArray(Long[]::new))
                .param("receivedOn", texts(receipts, receipt -> receipt.receivedOn()
                        .toString()))
                .param("payerNames", texts(receipts, ReceiptEntry::payerName))
                .param("payerAccounts", texts(receipts, ReceiptEntry::payerAccount))
                .param("references", texts(receipts, ReceiptEntry::reference))
                .param("remittances", texts(receipts, ReceiptEntry::remittance))
                .param("endToEndIds", texts(receipts, ReceiptEntry::endToEndId))
                .param("waits", texts(receipts, ReceiptEntry::waits))
                .query((rs, row) -> ids.put(rs.getString(2), rs.getLong(1)))
                .list();
        return ids;
    }

    private static String[] texts(List<ReceiptEntry> receipts, Function<ReceiptEntry, String> field) {
        return receipts.stream().map(field).toArray(String[]::new);
    }

    private Map<String, Long> byKey(List<String> keys) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("SELECT id, source_key FROM receipt WHERE source_key = ANY (:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((rs, row) -> ids.put(rs.getString(2), rs.getLong(1)))
                .list();
        return ids;
    }

    Row lock(long receipt) {
        return lock(List.of(receipt)).get(receipt);
    }

    /** Locks the receipts in order of their ids; taken after their debtors' locks, never before. */
    Map<Long, Row> lock(Collection<Long> receipts) {
        if (receipts.isEmpty()) {
            return Map.of();
        }
        Map<Long, Row> rows = new HashMap<>();
        jdbc.sql("""
            SELECT id, debtor_id, currency, amount_minor, waits, reversed_by FROM receipt WHERE id = ANY (:ids)
            ORDER BY id FOR NO KEY UPDATE
            """)
                .param("ids", receipts.toArray(Long[]::new))
                .query((rs, n) -> rows.put(
                        rs.getLong(1),
                        new Row(
                                rs.getLong(1),
                                rs.getObject(2, Long.class),
                                rs.getString(3),
                                rs.getLong(4),
                                rs.getString(5),
                                rs.getString(6))))
                .list();
        return rows;
    }

    void refreshWaiting(long receipt, String why) {
        refreshWaiting(Map.of(receipt, why));
    }

    /** Nothing unapplied = nothing waits; otherwise each waits for its reason. */
    void refreshWaiting(Map<Long, String> why) {
        Map<Long, Long> left = postings.unapplied(why.keySet());
        List<Applied> applied = new ArrayList<>();
        why.forEach((receipt, reason) ->
                applied.add(new Applied(receipt, null, left.getOrDefault(receipt, 0L) == 0 ? null : reason)));
        apply(applied);
    }

    /**
     * What becomes of a receipt when something of it is applied.
     *
     * @param debtor whose it is if that is not known yet; null leaves it so
     * @param waits why the rest of it waits; null when nothing is left
     */
    record Applied(long receipt, Long debtor, String waits) {}

    void apply(List<Applied> receipts) {
        jdbc.sql("""
            UPDATE receipt r SET waits = a.waits, debtor_id = coalesce(r.debtor_id, a.debtor)
            FROM unnest(:ids::bigint[], :debtors::bigint[], :waits::text[]) AS a (id, debtor, waits)
            WHERE r.id = a.id
            """)
                .param("ids", receipts.stream().map(Applied::receipt).toArray(Long[]::new))
                .param("debtors", receipts.stream().map(Applied::debtor).toArray(Long[]::new))
                .param("waits", receipts.stream().map(Applied::waits).toArray(String[]::new))
                .update();
    }

    /** Whose money receipts are that pay nothing yet. */
    void attribute(Map<ReceiptId, DebtorId> owners) {
        List<ReceiptId> receipts = List.copyOf(owners.keySet());
        jdbc.sql("""
            UPDATE receipt r SET debtor_id = o.debtor
            FROM unnest(:ids::bigint[], :debtors::bigint[]) AS o (id, debtor)
            WHERE r.id = o.id AND r.debtor_id IS DISTINCT FROM o.debtor
              AND r.amount_minor = (SELECT coalesce(sum(k.receipt_effect * p.amount_minor), 0)
                                    FROM posting p JOIN posting_kind k USING (kind) WHERE p.receipt_id = r.id)
            """)
                .param("ids", receipts.stream().map(ReceiptId::value).toArray(Long[]::new))
                .param(
                        "debtors",
                        receipts.stream()
                                .map(receipt -> owners.get(receipt).value())
                                .toArray(Long[]::new))
                .update();
    }

    void reversedBy(long receipt, String by) {
        jdbc.sql("UPDATE receipt SET reversed_by = :by, waits = NULL WHERE id = :id")
                .param("by", by)
                .param("id", receipt)
                .update();
    }

    List<Long> debtorsPaidBy(long receipt) {
        return jdbc.sql("""
            SELECT DISTINCT i.debtor_id FROM posting p JOIN item i ON i.id = p.item_id
            WHERE p.receipt_id = :receipt
            """).param("receipt", receipt).query(Long.class).list();
    }
}
