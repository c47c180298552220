package io.recoup.agency.store;

import io.recoup.agency.PlacedItems;
import io.recoup.agency.Placement;
import io.recoup.money.Money;
import io.recoup.receivables.ItemId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcPlacedItems implements PlacedItems {

    private final JdbcClient jdbc;

    public JdbcPlacedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(long placement, ItemId item, Money amount, long hold) {
        jdbc.sql("""
                INSERT INTO placement_item (placement_id, item_id, amount_minor, hold_id)
                VALUES (:placement, :item, :amount, :hold)
                """)
                .param("placement", placement)
                .param("item", item.value())
                .param("amount", amount.minor())
                .param("hold", hold)
                .update();
    }

    @Override
    public List<Placement.Part> of(long placement) {
        return jdbc.sql("""
                SELECT i.item_id, i.amount_minor, p.currency, i.hold_id, i.told_posting, i.released_at IS NULL AS live
                FROM placement_item i JOIN placement p ON p.id = i.placement_id
                WHERE i.placement_id = :placement ORDER BY i.item_id
                """)
                .param("placement", placement)
                .query((row, n) -> new Placement.Part(
                        new ItemId(row.getLong("item_id")),
                        Money.of(row.getLong("amount_minor"), row.getString("currency")),
                        row.getLong("hold_id"),
                        row.getLong("told_posting"),
                        row.getBoolean("live")))
                .list();
    }

    @Override
    public List<InCase> newestWith(Collection<ItemId> items) {
        return jdbc.sql("""
                SELECT DISTINCT ON (item_id) item_id, placement_id FROM placement_item
                WHERE item_id = ANY (:items)
                ORDER BY item_id, released_at IS NULL DESC, placement_id DESC
                """)
                .param("items", Ids.array(items))
                .query((row, n) -> new InCase(new ItemId(row.getLong("item_id")), row.getLong("placement_id")))
                .list();
    }

    @Override
    public void letGo(long placement) {
        jdbc.sql("UPDATE placement_item SET released_at = now() WHERE placement_id = :id AND released_at IS NULL")
                .param("id", placement)
                .update();
    }

    @Override
    public void letGo(long placement, ItemId item) {
        jdbc.sql("""
                UPDATE placement_item SET released_at = now()
                WHERE placement_id = :id AND item_id = :item AND released_at IS NULL
                """).param("id", placement).param("item", item.value()).update();
    }

    @Override
    public void takeBack(long placement, ItemId item, long hold) {
        jdbc.sql("""
                UPDATE placement_item SET released_at = NULL, hold_id = :hold
                WHERE placement_id = :id AND item_id = :item
                """)
                .param("hold", hold)
                .param("id", placement)
                .param("item", item.value())
                .update();
    }
}
