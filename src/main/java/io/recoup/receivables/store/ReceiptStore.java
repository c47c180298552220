package io.recoup.receivables.store;

import io.recoup.money.Money;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.receivables.ReceiptId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceiptStore {

    record Row(long id, String currency, String reversedBy) {}

    private final JdbcClient jdbc;
    private final PostingStore postings;
    private final UnappliedStore unapplied;

    ReceiptStore(JdbcClient jdbc, PostingStore postings, UnappliedStore unapplied) {
        this.jdbc = jdbc;
        this.postings = postings;
        this.unapplied = unapplied;
    }

    /** @return the receipt of each, in the order given; new ones are posted as received */
    List<ReceiptId> receive(List<Ledger.Incoming> incoming, LocalDate on) {
        Map<String, Long> entered =
                insert(incoming.stream().map(Ledger.Incoming::receipt).toList());
        Map<String, Long> ids = new HashMap<>(entered);
        List<PostingStore.Entry> postings = new ArrayList<>();
        List<UnappliedStore.Entry> waiting = new ArrayList<>();
        for (Ledger.Incoming one : incoming) {
            // of a key that comes twice the first one counts
            Long id = entered.remove(one.receipt().key());
            if (id != null) {
                Money amount = one.receipt().amount();
                postings.add(new PostingStore.Entry(
                        "received", null, id, null, amount.minor(), amount.currencyCode(), one.cause(), null));
                waiting.add(waiting(id, one.receipt()));
            }
        }
        if (!postings.isEmpty()) {
            this.postings.post(postings, on);
            unapplied.enter(waiting);
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

    private static UnappliedStore.Entry waiting(long id, ReceiptEntry receipt) {
        return new UnappliedStore.Entry(
                id,
                receipt.debtor() == null ? null : receipt.debtor().value(),
                receipt.amount().currencyCode(),
                receipt.receivedOn(),
                receipt.amount().minor(),
                receipt.waits() == null ? "not looked at yet" : receipt.waits());
    }

    /** @return ids by key of those whose key was not known */
    private Map<String, Long> insert(List<ReceiptEntry> receipts) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("""
            INSERT INTO receipt (creditor_id, means, source_key, transaction_id, debtor_id, currency, amount_minor,
                                 received_on, payer_name, payer_account, reference, remittance, end_to_end_id)
            SELECT c.id, means, key, transaction, debtor, currency, amount, received_on, payer_name, payer_account,
                   reference, remittance, end_to_end_id
            FROM creditor c,
                 unnest(:means::text[], :keys::text[], :transactions::bigint[], :debtors::bigint[], :currencies::text[],
                        :amounts::bigint[], :receivedOn::date[], :payerNames::text[], :payerAccounts::text[],
                        :references::text[], :remittances::text[], :endToEndIds::text[])
                 WITH ORDINALITY AS r (means, key, transaction, debtor, currency, amount, received_on, payer_name,
                                       payer_account, reference, remittance, end_to_end_id, nr)
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

    /** Locks all there is of a receipt, so that it can be taken back or get something back. */
    Row lock(long receipt) {
        return lock(Set.of(receipt)).get(receipt);
    }

    /**
     * As {@link #lock(long)}: the receipts in order of their ids, then the rows of what is left of them, which only come
     * under these locks. Taken after their debtors' locks, never before.
     */
    Map<Long, Row> lock(Collection<Long> receipts) {
        Map<Long, Row> rows = new HashMap<>(2 * receipts.size());
        if (!receipts.isEmpty()) {
            read(" ORDER BY id FOR NO KEY UPDATE", receipts, rows);
            unapplied.lock(receipts);
        }
        return rows;
    }

    /**
     * What is left of these receipts, as it stays while the transaction lasts, unless something is given back to one that
     * had nothing left. Taken after their debtors' locks, never before.
     */
    Map<Long, UnappliedStore.Row> left(Collection<Long> receipts) {
        Map<Long, UnappliedStore.Row> left = unapplied.lock(receipts);
        Set<Long> used = new HashSet<>(receipts);
        used.removeAll(left.keySet());
        if (!used.isEmpty()) {
            Map<Long, Row> rows = new HashMap<>();
            read("", used, rows);
            rows.forEach((id, row) -> left.put(id, new UnappliedStore.Row(null, id, row.currency(), 0)));
        }
        return left;
    }

    private void read(String how, Collection<Long> receipts, Map<Long, Row> into) {
        jdbc.sql("SELECT id, currency, reversed_by FROM receipt WHERE id = ANY (:ids)" + how)
                .param("ids", receipts.toArray(Long[]::new))
                .query(row -> {
                    into.put(row.getLong(1), new Row(row.getLong(1), row.getString(2), row.getString(3)));
                });
    }

    /** Postings were taken back: nothing unapplied = nothing waits; otherwise it waits for this reason. */
    void refreshWaiting(long receipt, String why) {
        unapplied.putBack(receipt, postings.unapplied(receipt), why);
    }

    void reversedBy(long receipt, String by) {
        jdbc.sql("UPDATE receipt SET reversed_by = :by WHERE id = :id")
                .param("by", by)
                .param("id", receipt)
                .update();
        unapplied.remove(receipt);
    }

    List<Long> debtorsPaidBy(long receipt) {
        return jdbc.sql("""
            SELECT DISTINCT i.debtor_id FROM posting p JOIN item i ON i.id = p.item_id
            WHERE p.receipt_id = :receipt
            """).param("receipt", receipt).query(Long.class).list();
    }
}
