package io.recoup.reconciliation.store;

import static java.util.Comparator.comparing;

import io.recoup.outbox.Outbox;
import io.recoup.reconciliation.PayerLearned;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who paid for whom before. */
@Repository
public class PayerMemory {

    /** Below this strength a payer is forgotten: confirmed once, that is after two years. */
    private static final double FORGOTTEN = 0.25;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    PayerMemory(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Those remembered well enough, by letters and digits of the account and by the words of the name. */
    List<Candidates.Remembered> of(Collection<String> accounts, Collection<String> names, LocalDate today) {
        return jdbc.sql("""
            SELECT * FROM (
                SELECT kind, payer, written, debtor_id AS debtor,
                       (confirmed - 2 * undone) * power(0.5, greatest(0, :today::date - last_on) / 365.0)::float8 AS strength
                FROM payer_memory
                WHERE (kind = 'account' AND payer = ANY (:accounts)) OR (kind = 'name' AND payer = ANY (:names))) m
            WHERE strength >= :least
            ORDER BY kind, payer, debtor
            """)
                .param("today", today)
                .param("accounts", accounts.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .param("least", FORGOTTEN)
                .query(Candidates.Remembered.class)
                .list();
    }

    /** Each receipt paid items of these debtors, as somebody or its own text says. */
    public void confirm(Map<Long, Set<Long>> debtors, LocalDate on) {
        change(debtors, on, 1, 0);
    }

    public void undo(long receipt, Set<Long> debtors, LocalDate on) {
        change(Map.of(receipt, debtors), on, 0, 1);
    }

    private record Key(String kind, String payer, long debtor) {}

    /** How often a payer is told of a debtor, and how it was written the last time. */
    private record Told(int times, String written) {}

    private void change(Map<Long, Set<Long>> debtors, LocalDate on, int confirmed, int undone) {
        Map<Key, Told> told =
                new TreeMap<>(comparing(Key::kind).thenComparing(Key::payer).thenComparingLong(Key::debtor));
        jdbc.sql("SELECT id, payer_name, payer_account FROM receipt WHERE id = ANY (:receipts) ORDER BY id")
                .param("receipts", debtors.keySet().toArray(Long[]::new))
                .query((rs, row) -> {
                    String name = rs.getString("payer_name");
                    String account = rs.getString("payer_account");
                    for (long debtor : debtors.get(rs.getLong("id"))) {
                        if (account != null) {
                            String payer = ItemKeys.ofAccount(account).substring(1);
                            tell(told, new Key("account", payer, debtor), account);
                        }
                        if (name != null) {
                            tell(told, new Key("name", CandidateReader.name(name), debtor), name);
                        }
                    }
                    return row;
                })
                .list();
        if (!told.isEmpty()) {
            enter(told, on, confirmed, undone);
        }
    }

    private static void tell(Map<Key, Told> told, Key key, String written) {
        if (!key.payer().isEmpty()) {
            told.merge(key, new Told(1, written), (before, now) -> new Told(before.times() + 1, written));
        }
    }

    /** In the order of their keys, as everybody does; who is new is told. */
    private void enter(Map<Key, Told> told, LocalDate on, int confirmed, int undone) {
        List<PayerLearned> learned = jdbc.sql("""
            INSERT INTO payer_memory AS m (kind, payer, debtor_id, confirmed, undone, last_on, written)
            SELECT kind, payer, debtor, :confirmed * times, :undone * times, :on, written
            FROM unnest(:kinds::text[], :payers::text[], :debtors::bigint[], :times::int[], :written::text[])
                 WITH ORDINALITY AS t (kind, payer, debtor, times, written, nr)
            ORDER BY nr
            ON CONFLICT (kind, payer, debtor_id) DO UPDATE
            SET confirmed = m.confirmed + excluded.confirmed, undone = m.undone + excluded.undone,
                last_on = greatest(m.last_on, excluded.last_on), written = excluded.written
            RETURNING kind, payer, debtor_id, confirmed > 0 AND xmax = 0 AS learned
            """)
                .param("confirmed", confirmed)
                .param("undone", undone)
                .param("on", on)
                .param("kinds", told.keySet().stream().map(Key::kind).toArray(String[]::new))
                .param("payers", told.keySet().stream().map(Key::payer).toArray(String[]::new))
                .param("debtors", told.keySet().stream().map(Key::debtor).toArray(Long[]::new))
                .param("times", told.values().stream().map(Told::times).toArray(Integer[]::new))
                .param("written", told.values().stream().map(Told::written).toArray(String[]::new))
                .query((rs, row) -> rs.getBoolean("learned")
                        ? new PayerLearned(rs.getString("kind"), rs.getString("payer"), rs.getLong("debtor_id"), on)
                        : null)
                .list();
        outbox.record(learned.stream().filter(Objects::nonNull).toList());
    }
}
