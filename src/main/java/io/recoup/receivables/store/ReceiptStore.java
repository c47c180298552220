package io.recoup.receivables.store;

import io.recoup.receivables.ReceiptEntry;
import java.util.List;
import java.util.Optional;
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

    /** @return the new id; empty when the key is known */
    Optional<Long> insert(ReceiptEntry receipt) {
        return jdbc.sql("""
            INSERT INTO receipt (creditor_id, means, source_key, transaction_id, debtor_id, currency, amount_minor,
                                 received_on, payer_name, payer_account, reference, remittance, end_to_end_id, waits)
            SELECT id, :means, :key, :transaction, :debtor, :currency, :amount, :receivedOn, :payerName,
                   :payerAccount, :reference, :remittance, :endToEndId, :waits
            FROM creditor WHERE code = 'default'
            ON CONFLICT (source_key) DO NOTHING
            RETURNING id
            """)
                .param("means", receipt.means())
                .param("key", receipt.key())
                .param("transaction", receipt.transaction())
                .param(
                        "debtor",
                        receipt.debtor() == null ? null : receipt.debtor().value())
                .param("currency", receipt.amount().currencyCode())
                .param("amount", receipt.amount().minor())
                .param("receivedOn", receipt.receivedOn())
                .param("payerName", receipt.payerName())
                .param("payerAccount", receipt.payerAccount())
                .param("reference", receipt.reference())
                .param("remittance", receipt.remittance())
                .param("endToEndId", receipt.endToEndId())
                .param("waits", receipt.waits() == null ? "not looked at yet" : receipt.waits())
                .query(Long.class)
                .optional();
    }

    long byKey(String key) {
        return jdbc.sql("SELECT id FROM receipt WHERE source_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** Locks the receipt; taken after its debtors' locks, never before. */
    Row lock(long receipt) {
        return jdbc.sql("""
            SELECT id, debtor_id, currency, amount_minor, waits, reversed_by FROM receipt WHERE id = :id FOR UPDATE
            """).param("id", receipt).query(Row.class).single();
    }

    /** Nothing unapplied = nothing waits; otherwise it waits for the given reason. */
    void refreshWaiting(long receipt, String why) {
        boolean done = postings.unapplied(receipt) == 0;
        jdbc.sql("UPDATE receipt SET waits = :waits WHERE id = :id")
                .param("waits", done ? null : why)
                .param("id", receipt)
                .update();
    }

    void identify(long receipt, long debtor) {
        jdbc.sql("UPDATE receipt SET debtor_id = :debtor WHERE id = :id AND debtor_id IS NULL")
                .param("debtor", debtor)
                .param("id", receipt)
                .update();
    }

    /** Whose money a receipt is that pays nothing yet. */
    void attribute(long receipt, long debtor) {
        jdbc.sql("""
            UPDATE receipt SET debtor_id = :debtor
            WHERE id = :id AND debtor_id IS DISTINCT FROM :debtor
              AND amount_minor = (SELECT coalesce(sum(k.receipt_effect * p.amount_minor), 0)
                                  FROM posting p JOIN posting_kind k USING (kind) WHERE p.receipt_id = :id)
            """).param("debtor", debtor).param("id", receipt).update();
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
