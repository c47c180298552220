package io.recoup.reconciliation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recoup.outbox.Outbox;
import io.recoup.outbox.RecordedFact;
import io.recoup.reconciliation.PayerLearned;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells which keys the items bear that came, changed or owe again since, and the payers that were learned. */
@Repository
public class News {

    private static final String SUBSCRIBER = "reconciliation";
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final JdbcClient jdbc;
    private final Outbox outbox;

    News(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Reads in the caller's transaction. @param facts how many were read; zero when there is no news */
    public record Read(int facts, Set<String> keys) {}

    public Read next(int limit) {
        List<RecordedFact> facts =
                outbox.take(SUBSCRIBER, List.of("ItemEntered", "ItemReopened", "ItemChanged", "PayerLearned"), limit);
        Set<String> keys = new TreeSet<>();
        Set<Long> items = new TreeSet<>();
        for (RecordedFact fact : facts) {
            if (fact.type().equals("PayerLearned")) {
                keys.add(ItemKeys.ofPayer(learned(fact)));
            } else {
                String item = fact.subject().substring(fact.subject().indexOf(':') + 1);
                items.add(Long.valueOf(item));
            }
        }
        if (!items.isEmpty()) {
            keys.addAll(keysOf(items));
        }
        return new Read(facts.size(), keys);
    }

    private static PayerLearned learned(RecordedFact fact) {
        try {
            return JSON.readValue(fact.json(), PayerLearned.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("fact " + fact.id() + " is no learned payer", unreadable);
        }
    }

    /** How far the news were heard, as a mark; nobody hears more of them until the transaction ends. */
    public String heard() {
        return outbox.position(SUBSCRIBER);
    }

    private Set<String> keysOf(Collection<Long> items) {
        Set<String> keys = new TreeSet<>();
        jdbc.sql("""
            SELECT i.id, i.debtor_id, i.kind, i.number, i.instalment, coalesce(o.open_minor, 0) AS open_minor, i.currency,
                   i.issued_on, i.due_on, i.reference, i.order_reference, i.discounts::text AS discounts, i.source,
                   d.name, d.ibans
            FROM item i JOIN debtor d ON d.id = i.debtor_id LEFT JOIN open_item o ON o.item_id = i.id
            WHERE i.id = ANY (:items)
            """)
                .param("items", items.toArray(Long[]::new))
                .query((rs, row) -> {
                    Candidates.Item item = CandidateItems.item(rs, row);
                    keys.addAll(ItemKeys.namesOf(item.match()));
                    keys.addAll(ItemKeys.amountsOf(item.match()));
                    keys.add(ItemKeys.ofDebtor(item.debtor()));
                    keys.add(ItemKeys.ofName(rs.getString("name")));
                    Arrays.stream((String[]) rs.getArray("ibans").getArray())
                            .map(ItemKeys::ofAccount)
                            .forEach(keys::add);
                    return item;
                })
                .list();
        return keys;
    }
}
