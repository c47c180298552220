package io.recoup.console.store;

import io.recoup.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Referrals that wait for a person, and the cases at the agencies. */
@Repository
public class CaseRows {

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Referral(
            long id, long debtor, String debtorName, Money amount, int items, LocalDate on, String reason) {}

    /**
     * @param outstanding what is still owed as the agency last said; null before it said anything
     * @param rawStatus the agency's own word for the state
     * @param alert what a person must look at; null = nothing
     * @param recallable whether it makes sense to ask for it back
     */
    public record Case(
            long id,
            long debtor,
            String debtorName,
            String agency,
            String number,
            Money principal,
            Money outstanding,
            String state,
            String stage,
            String balance,
            String outcome,
            String rawStatus,
            String alert,
            String failure,
            LocalDate createdOn,
            LocalDate closedOn,
            boolean recallable) {}

    /** @param raw the agency's own words */
    public record Step(Instant at, String from, String to, String raw, String note, String by) {}

    public List<Referral> proposed(int limit) {
        return jdbc.sql("""
                        SELECT r.id, r.debtor_id, d.name, r.currency, r.proposed_on, r.reason,
                               (SELECT sum(ri.amount_minor)::bigint FROM referral_item ri WHERE ri.referral_id = r.id)
                                   AS amount_minor,
                               (SELECT count(*) FROM referral_item ri WHERE ri.referral_id = r.id) AS items
                        FROM (SELECT * FROM referral WHERE state = 'proposed' ORDER BY id LIMIT :limit) r
                        JOIN debtor d ON d.id = r.debtor_id
                        ORDER BY r.id
                        """)
                .param("limit", limit)
                .query((row, n) -> new Referral(
                        row.getLong("id"),
                        row.getLong("debtor_id"),
                        row.getString("name"),
                        Columns.money(row, "amount_minor"),
                        row.getInt("items"),
                        Columns.day(row, "proposed_on"),
                        row.getString("reason")))
                .list();
    }

    public List<Case> latest(int limit) {
        return cases("ORDER BY (alert IS NULL), id DESC LIMIT :limit", 0, limit);
    }

    public List<Case> ofDebtor(long debtor) {
        return cases("WHERE debtor_id = :debtor ORDER BY id DESC LIMIT :limit", debtor, 50);
    }

    public List<Step> steps(long placement) {
        return jdbc.sql("""
                        SELECT at, from_state, to_state, raw, note, source FROM case_event
                        WHERE placement_id = :placement ORDER BY id LIMIT 200
                        """)
                .param("placement", placement)
                .query((row, n) -> new Step(
                        Columns.instant(row, "at"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getString("raw"),
                        row.getString("note"),
                        row.getString("source")))
                .list();
    }

    private List<Case> cases(String choice, long debtor, int limit) {
        return jdbc.sql("""
                        SELECT p.*, d.name,
                               p.state NOT IN ('recall_requested', 'rejected', 'closed') AS recallable
                        FROM (SELECT * FROM placement %s) p
                        JOIN debtor d ON d.id = p.debtor_id
                        ORDER BY (p.alert IS NULL), p.id DESC
                        """.formatted(choice))
                .param("debtor", debtor)
                .param("limit", limit)
                .query((row, n) -> new Case(
                        row.getLong("id"),
                        row.getLong("debtor_id"),
                        row.getString("name"),
                        row.getString("agency"),
                        row.getString("case_number"),
                        Columns.money(row, "principal_minor"),
                        Columns.money(row, "outstanding_minor"),
                        row.getString("state"),
                        row.getString("stage"),
                        row.getString("balance"),
                        row.getString("outcome"),
                        row.getString("raw_status"),
                        row.getString("alert"),
                        row.getString("failure"),
                        Columns.day(row, "created_on"),
                        Columns.day(row, "closed_on"),
                        row.getBoolean("recallable")))
                .list();
    }
}
