package io.recoup.reconciliation.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who paid for whom before. */
@Repository
public class PayerMemory {

    /** Below this strength a payer is forgotten: confirmed once, that is after two years. */
    private static final double FORGOTTEN = 0.25;

    private final JdbcClient jdbc;

    PayerMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** The receipt paid items of these debtors, as somebody or its own text says. */
    public void confirm(long receipt, Collection<Long> debtors, LocalDate on) {
        change(receipt, debtors, on, 1, 0);
    }

    public void undo(long receipt, Collection<Long> debtors, LocalDate on) {
        change(receipt, debtors, on, 0, 1);
    }

    private void change(long receipt, Collection<Long> debtors, LocalDate on, int confirmed, int undone) {
        record Payer(String name, String account) {}
        Payer payer = jdbc.sql("SELECT payer_name AS name, payer_account AS account FROM receipt WHERE id = :receipt")
                .param("receipt", receipt)
                .query(Payer.class)
                .single();
        for (long debtor : debtors.stream().sorted().toList()) {
            if (payer.account() != null) {
                String account = ItemKeys.ofAccount(payer.account()).substring(1);
                change("account", account, payer.account(), debtor, on, confirmed, undone);
            }
            if (payer.name() != null) {
                change("name", CandidateReader.name(payer.name()), payer.name(), debtor, on, confirmed, undone);
            }
        }
    }

    private void change(
            String kind, String payer, String written, long debtor, LocalDate on, int confirmed, int undone) {
        if (payer.isEmpty()) {
            return;
        }
        jdbc.sql("""
            INSERT INTO payer_memory AS m (kind, payer, debtor_id, confirmed, undone, last_on, written)
            VALUES (:kind, :payer, :debtor, :confirmed, :undone, :on, :written)
            ON CONFLICT (kind, payer, debtor_id) DO UPDATE
            SET confirmed = m.confirmed + excluded.confirmed, undone = m.undone + excluded.undone,
                last_on = greatest(m.last_on, excluded.last_on), written = excluded.written
            """)
                .param("kind", kind)
                .param("payer", payer)
                .param("debtor", debtor)
                .param("confirmed", confirmed)
                .param("undone", undone)
                .param("on", on)
                .param("written", written)
                .update();
    }
}
