package io.recoup.agency.store;

import io.recoup.agency.LedgerMarks;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ReceiptId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcLedgerMarks implements LedgerMarks {

    private final JdbcClient jdbc;

    public JdbcLedgerMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ItemId, Long> newestPostings(Collection<ItemId> items) {
        Map<ItemId, Long> newest = new HashMap<>();
        jdbc.sql("SELECT item_id, max(id) AS newest FROM posting WHERE item_id = ANY (:items) GROUP BY item_id")
                .param("items", Ids.array(items))
                .query(row -> {
                    newest.put(new ItemId(row.getLong("item_id")), row.getLong("newest"));
                });
        return newest;
    }

    @Override
    public Optional<ReceiptId> receiptOf(long posting) {
        return jdbc.sql("SELECT receipt_id FROM posting WHERE id = :posting AND receipt_id IS NOT NULL")
                .param("posting", posting)
                .query(Long.class)
                .optional()
                .map(ReceiptId::new);
    }
}
