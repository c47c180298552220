package io.recoup.demo.agency.store;

import io.recoup.demo.agency.AgencyCase;
import io.recoup.demo.agency.AgencyPlan;
import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The demo agency's cases. Reading one first lets its debtor pay what it would have paid by that day. */
@Repository
@Profile("demo")
@Transactional
public class AgencyBook {

    private final JdbcClient jdbc;

    public AgencyBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param same whether the key was first used with this very body */
    public record Answer(boolean same, String json) {}

    /** Opens a case once per key; without a key each call opens one. */
    public Answer open(
            String key,
            String body,
            String reference,
            String debtor,
            Money amount,
            LocalDate today,
            Function<AgencyCase, String> answer) {
        if (key == null) {
            return new Answer(true, answer.apply(insert(reference, debtor, amount, today)));
        }
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(:key))")
                .param("key", key)
                .query()
                .listOfRows();
        Optional<Answer> known = jdbc.sql(
                        "SELECT body = :body AS same, answer AS json FROM demo_agency_answer WHERE key = :key")
                .param("body", body)
                .param("key", key)
                .query(Answer.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        String json = answer.apply(insert(reference, debtor, amount, today));
        jdbc.sql("INSERT INTO demo_agency_answer VALUES (:key, :body, :answer)")
                .param("key", key)
                .param("body", body)
                .param("answer", json)
                .update();
        return new Answer(true, json);
    }

    private AgencyCase insert(String reference, String debtor, Money amount, LocalDate today) {
        long number = jdbc.sql("""
                INSERT INTO demo_agency_case (reference, debtor, currency, amount_minor, received_on)
                VALUES (:reference, :debtor, :currency, :amount, :today) RETURNING id
                """)
                .param("reference", reference)
                .param("debtor", debtor)
                .param("currency", amount.currencyCode())
                .param("amount", amount.minor())
                .param("today", today)
                .query(Long.class)
                .single();
        return read(number).orElseThrow();
    }

    public Optional<AgencyCase> find(long number, LocalDate today) {
        return read(number).map(found -> letDebtorPay(found, today));
    }

    public Optional<AgencyCase> byReference(String reference, LocalDate today) {
        return jdbc.sql("SELECT min(id) FROM demo_agency_case WHERE reference = :reference HAVING min(id) IS NOT NULL")
                .param("reference", reference)
                .query(Long.class)
                .optional()
                .flatMap(number -> find(number, today));
    }

    public List<AgencyCase> all(LocalDate today) {
        return jdbc.sql("SELECT id FROM demo_agency_case ORDER BY id").query(Long.class).list().stream()
                .flatMap(number -> find(number, today).stream())
                .toList();
    }

    /** The client was paid, or gives a payment back; a known id changes nothing. */
    public void payClient(long number, String id, Money amount, LocalDate on) {
        pay(number, id, amount, on, "client");
    }

    public void recall(long number, LocalDate today) {
        jdbc.sql("UPDATE demo_agency_case SET recalled_on = :today WHERE id = :id AND recalled_on IS NULL")
                .param("today", today)
                .param("id", number)
                .update();
    }

    private AgencyCase letDebtorPay(AgencyCase found, LocalDate today) {
        AgencyCase now = found;
        List<AgencyPlan.Share> shares = AgencyPlan.of(found.debtor()).shares();
        for (int i = 0; i < shares.size(); i++) {
            LocalDate due = shares.get(i).dueOn(found.receivedOn());
            String id = found.id() + "-P" + (i + 1);
            boolean recalled = found.recalledOn() != null && !due.isBefore(found.recalledOn());
            long minor = shares.get(i).minorOf(now.outstanding().minor());
            if (!due.isAfter(today) && !recalled && minor > 0) {
                pay(found.number(), id, new Money(minor, found.amount().currency()), due, "us");
                now = read(found.number()).orElseThrow();
            }
        }
        return now;
    }

    private void pay(long number, String id, Money amount, LocalDate on, String to) {
        jdbc.sql("""
                INSERT INTO demo_agency_payment (id, case_id, amount_minor, paid_on, paid_to)
                VALUES (:id, :number, :amount, :on, :to) ON CONFLICT DO NOTHING
                """)
                .param("id", id)
                .param("number", number)
                .param("amount", amount.minor())
                .param("on", on)
                .param("to", to)
                .update();
    }

    private Optional<AgencyCase> read(long number) {
        return jdbc.sql("SELECT * FROM demo_agency_case WHERE id = :id FOR UPDATE")
                .param("id", number)
                .query((row, n) -> new AgencyCase(
                        number,
                        row.getString("reference"),
                        row.getString("debtor"),
                        Money.of(row.getLong("amount_minor"), row.getString("currency")),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("recalled_on", LocalDate.class),
                        payments(number, row.getString("currency"))))
                .optional();
    }

    private List<AgencyCase.Payment> payments(long number, String currency) {
        return jdbc.sql("SELECT * FROM demo_agency_payment WHERE case_id = :id ORDER BY paid_on, id")
                .param("id", number)
                .query((row, n) -> new AgencyCase.Payment(
                        row.getString("id"),
                        Money.of(row.getLong("amount_minor"), currency),
                        row.getObject("paid_on", LocalDate.class),
                        row.getString("paid_to")))
                .list();
    }
}
