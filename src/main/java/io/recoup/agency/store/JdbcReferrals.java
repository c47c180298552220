package io.recoup.agency.store;

import io.recoup.agency.Referral;
import io.recoup.agency.Referrals;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcReferrals implements Referrals {

    private final JdbcClient jdbc;

    public JdbcReferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long propose(DebtorId debtor, String currency, LocalDate on, String reason, List<Referral.Part> items) {
        long id = jdbc.sql("""
                INSERT INTO referral (debtor_id, currency, state, proposed_on, reason)
                VALUES (:debtor, :currency, 'proposed', :on, :reason) RETURNING id
                """)
                .param("debtor", debtor.value())
                .param("currency", currency)
                .param("on", on)
                .param("reason", reason)
                .query(Long.class)
                .single();
        for (Referral.Part part : items) {
            jdbc.sql("INSERT INTO referral_item VALUES (:referral, :item, :amount)")
                    .param("referral", id)
                    .param("item", part.item().value())
                    .param("amount", part.amount().minor())
                    .update();
        }
        return id;
    }

    @Override
    public Optional<Referral> lock(long id) {
        String currency = jdbc.sql("SELECT currency FROM referral WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
        if (currency == null) {
            return Optional.empty();
        }
        List<Referral.Part> parts = jdbc.sql("""
                SELECT item_id, amount_minor FROM referral_item WHERE referral_id = :id ORDER BY item_id
                """)
                .param("id", id)
                .query((row, n) -> new Referral.Part(
                        new ItemId(row.getLong("item_id")), Money.of(row.getLong("amount_minor"), currency)))
                .list();
        return jdbc.sql("SELECT debtor_id, state, proposed_on, reason FROM referral WHERE id = :id")
                .param("id", id)
                .query((row, n) -> new Referral(
                        id,
                        new DebtorId(row.getLong("debtor_id")),
                        currency,
                        Referral.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getObject("proposed_on", LocalDate.class),
                        row.getString("reason"),
                        parts))
                .optional();
    }

    @Override
    public void decide(long id, Referral.State state, String by, String rule, String decision) {
        jdbc.sql("""
                UPDATE referral SET state = :state, approved_by = :by, approved_at = now(), rule = :rule, decision = :why
                WHERE id = :id
                """)
                .param("state", state.word())
                .param("by", by)
                .param("rule", rule)
                .param("why", decision)
                .param("id", id)
                .update();
    }

    @Override
    public void become(long id, Referral.State state, String why) {
        jdbc.sql("UPDATE referral SET state = :state, decision = coalesce(:why, decision) WHERE id = :id")
                .param("state", state.word())
                .param("why", why)
                .param("id", id)
                .update();
    }

    @Override
    public Set<ItemId> taken(Collection<ItemId> items) {
        return ids("""
                SELECT item_id FROM referral_item JOIN referral r ON r.id = referral_id
                WHERE item_id = ANY (:items) AND r.state IN ('proposed', 'approved')
                UNION SELECT item_id FROM placement_item WHERE item_id = ANY (:items) AND released_at IS NULL
                """, items);
    }

    @Override
    public Set<ItemId> placedBefore(Collection<ItemId> items) {
        return ids("SELECT DISTINCT item_id FROM placement_item WHERE item_id = ANY (:items)", items);
    }

    @Override
    public List<Long> proposedWith(Collection<ItemId> items) {
        return jdbc.sql("""
                SELECT DISTINCT r.id FROM referral_item JOIN referral r ON r.id = referral_id
                WHERE item_id = ANY (:items) AND r.state = 'proposed' ORDER BY r.id
                """).param("items", Ids.array(items)).query(Long.class).list();
    }

    private Set<ItemId> ids(String sql, Collection<ItemId> items) {
        return jdbc.sql(sql).param("items", Ids.array(items)).query(Long.class).list().stream()
                .map(ItemId::new)
                .collect(Collectors.toSet());
    }
}
