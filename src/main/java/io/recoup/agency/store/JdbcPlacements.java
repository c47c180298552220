package io.recoup.agency.store;

import static io.recoup.agency.store.PlacementRows.word;

import io.recoup.agency.CaseBalance;
import io.recoup.agency.CaseOutcome;
import io.recoup.agency.CasePayment;
import io.recoup.agency.CaseStage;
import io.recoup.agency.CaseState;
import io.recoup.agency.Placement;
import io.recoup.agency.Placements;
import io.recoup.money.Money;
import io.recoup.outbox.OutTask;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ReceiptId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcPlacements implements Placements {

    private final JdbcClient jdbc;

    public JdbcPlacements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long prepare(long referral, DebtorId debtor, String agency, String prefix, Money principal, LocalDate on) {
        long id = jdbc.sql("SELECT nextval(pg_get_serial_sequence('placement', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO placement (id, referral_id, debtor_id, agency, case_number, idempotency_key,
                                       currency, principal_minor, state, created_on)
                VALUES (:id, :referral, :debtor, :agency, :number, :key, :currency, :principal, 'prepared', :on)
                """)
                .param("id", id)
                .param("referral", referral)
                .param("debtor", debtor.value())
                .param("agency", agency)
                .param("number", prefix + "-" + id)
                .param("key", UUID.randomUUID())
                .param("currency", principal.currencyCode())
                .param("principal", principal.minor())
                .param("on", on)
                .update();
        return id;
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
    public Optional<Placement> lock(long id) {
        return jdbc.sql("SELECT * FROM placement WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(PlacementRows::read)
                .optional();
    }

    @Override
    public Optional<Placement> lock(String agency, String caseNumber, String agencyCaseId) {
        return jdbc.sql("""
                SELECT * FROM placement
                WHERE agency = :agency
                  AND (case_number = :number OR (:number::text IS NULL AND agency_case_id = :theirs))
                FOR UPDATE
                """)
                .param("agency", agency)
                .param("number", caseNumber)
                .param("theirs", agencyCaseId)
                .query(PlacementRows::read)
                .optional();
    }

    @Override
    public List<Placement.Part> items(long placement) {
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
    public void move(Placement from, CaseState to, CaseOutcome outcome, LocalDate closedOn, Line line) {
        jdbc.sql("""
                UPDATE placement SET state = :state, outcome = :outcome, closed_on = :closed WHERE id = :id
                """)
                .param("state", to.word())
                .param("outcome", word(outcome))
                .param("closed", closedOn)
                .param("id", from.id())
                .update();
        log(from, to, line);
    }

    @Override
    public void note(Placement placement, Line line) {
        log(placement, placement.state(), line);
    }

    private void log(Placement from, CaseState to, Line line) {
        jdbc.sql("""
                INSERT INTO case_event (placement_id, from_state, to_state, raw, note, source)
                VALUES (:id, :from, :to, :raw, :note, :source)
                """)
                .param("id", from.id())
                .param("from", from.state().word())
                .param("to", to.word())
                .param("raw", line.raw())
                .param("note", line.note())
                .param("source", line.source())
                .update();
    }

    @Override
    public void raise(long placement, String alert) {
        jdbc.sql("UPDATE placement SET alert = :alert WHERE id = :id")
                .param("alert", alert)
                .param("id", placement)
                .update();
    }

    @Override
    public void clearAlert(long placement) {
        jdbc.sql("UPDATE placement SET alert = NULL WHERE id = :id")
                .param("id", placement)
                .update();
    }

    @Override
    public void keep(
            long placement, CaseStage stage, CaseBalance balance, Money outstanding, String raw, Instant reportedAt) {
        jdbc.sql("""
                UPDATE placement SET stage = coalesce(:stage, stage),
                                     balance = coalesce(:balance, balance),
                                     outstanding_minor = coalesce(:outstanding, outstanding_minor),
                                     raw_status = coalesce(:raw, raw_status),
                                     reported_at = coalesce(:at, reported_at)
                WHERE id = :id
                """)
                .param("stage", word(stage))
                .param("balance", word(balance))
                .param("outstanding", outstanding == null ? null : outstanding.minor(), java.sql.Types.BIGINT)
                .param("raw", raw)
                .param(
                        "at",
                        reportedAt == null ? null : OffsetDateTime.ofInstant(reportedAt, ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", placement)
                .update();
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

    @Override
    public Optional<Long> nextToSubmit(String agency) {
        return jdbc.sql("""
                SELECT id FROM placement
                WHERE agency = :agency AND state IN ('prepared', 'submitting')
                  AND next_submit_at <= now() AND (lease_until IS NULL OR lease_until < now())
                ORDER BY next_submit_at, id
                FOR UPDATE SKIP LOCKED LIMIT 1
                """).param("agency", agency).query(Long.class).optional();
    }

    @Override
    public void freeze(long placement, Money principal, String request, List<Placement.Part> parts) {
        jdbc.sql("""
                UPDATE placement SET principal_minor = :principal, request = :request::json
                WHERE id = :id
                """)
                .param("principal", principal.minor())
                .param("request", request)
                .param("id", placement)
                .update();
        for (Placement.Part part : parts) {
            jdbc.sql("""
                    UPDATE placement_item SET amount_minor = :amount, told_posting = :told
                    WHERE placement_id = :id AND item_id = :item
                    """)
                    .param("amount", part.amount().minor())
                    .param("told", part.toldPosting())
                    .param("id", placement)
                    .param("item", part.item().value())
                    .update();
        }
    }

    @Override
    public int lease(long placement, Duration lease, boolean lookupFirst) {
        return jdbc.sql("""
                UPDATE placement SET attempt = attempt + 1, lookup_first = :lookup,
                                     lease_until = now() + make_interval(secs => :lease)
                WHERE id = :id RETURNING attempt
                """)
                .param("lookup", lookupFirst)
                .param("lease", lease.toSeconds())
                .param("id", placement)
                .query(Integer.class)
                .single();
    }

    @Override
    public void again(long placement, Duration wait, boolean lookupFirst, String failure) {
        jdbc.sql("""
                UPDATE placement SET lease_until = NULL, lookup_first = :lookup, failure = :failure,
                                     next_submit_at = now() + make_interval(secs => :wait)
                WHERE id = :id
                """)
                .param("lookup", lookupFirst)
                .param("failure", failure)
                .param("wait", wait == null ? null : wait.toSeconds(), java.sql.Types.DOUBLE)
                .param("id", placement)
                .update();
    }

    @Override
    public void accepted(long placement, String agencyCaseId, Duration pollAfter) {
        jdbc.sql("""
                UPDATE placement SET agency_case_id = :theirs, lease_until = NULL, next_submit_at = NULL,
                                     failure = NULL, alert = NULL,
                                     next_poll_at = now() + make_interval(secs => :wait)
                WHERE id = :id
                """)
                .param("theirs", agencyCaseId)
                .param("wait", pollAfter.toSeconds())
                .param("id", placement)
                .update();
    }

    @Override
    public List<OutTask> leasePolls(String agency, int limit, Duration lease) {
        return jdbc.sql("""
                UPDATE placement p SET poll_attempt = poll_attempt + 1,
                                       poll_lease_until = now() + make_interval(secs => :lease)
                WHERE id IN (SELECT id FROM placement
                             WHERE agency = :agency AND next_poll_at <= now()
                               AND state IN ('submitted', 'under_review', 'active', 'paused', 'action_required',
                                             'recall_requested')
                               AND (poll_lease_until IS NULL OR poll_lease_until < now())
                             ORDER BY next_poll_at FOR UPDATE SKIP LOCKED LIMIT :limit)
                RETURNING id, case_number AS key, poll_attempt AS attempt,
                          (request::jsonb || jsonb_build_object('agencyCaseId', agency_case_id))::text AS json
                """)
                .param("agency", agency)
                .param("lease", lease.toSeconds())
                .param("limit", limit)
                .query(OutTask.class)
                .list();
    }

    @Override
    public boolean polled(OutTask task, Duration next, boolean failed) {
        return jdbc.sql("""
                UPDATE placement SET poll_lease_until = NULL, next_poll_at = now() + make_interval(secs => :next),
                                     poll_failures = CASE WHEN :failed THEN poll_failures + 1 ELSE 0 END
                WHERE id = :id AND poll_attempt = :attempt AND poll_lease_until IS NOT NULL
                """)
                        .param("next", next.toSeconds())
                        .param("failed", failed)
                        .param("id", task.id())
                        .param("attempt", task.attempt())
                        .update()
                == 1;
    }

    @Override
    public int pollFailures(long placement) {
        return jdbc.sql("SELECT poll_failures FROM placement WHERE id = :id")
                .param("id", placement)
                .query(Integer.class)
                .single();
    }

    @Override
    public KnownPayment enter(long placement, CasePayment payment) {
        boolean fresh = jdbc.sql("""
                INSERT INTO case_payment (placement_id, agency, payment_id, amount_minor, currency, paid_on, recipient)
                VALUES (:placement, :agency, :payment, :amount, :currency, :on, :recipient)
                ON CONFLICT DO NOTHING
                """)
                        .param("placement", placement)
                        .param("agency", payment.agency())
                        .param("payment", payment.paymentId())
                        .param("amount", payment.amount().minor())
                        .param("currency", payment.amount().currencyCode())
                        .param("on", payment.paidOn())
                        .param("recipient", word(payment.recipient()))
                        .update()
                == 1;
        return jdbc.sql("""
                SELECT id, amount_minor, currency, receipt_id, reversed FROM case_payment
                WHERE agency = :agency AND payment_id = :payment FOR UPDATE
                """)
                .param("agency", payment.agency())
                .param("payment", payment.paymentId())
                .query((row, n) -> {
                    Long receipt = row.getObject("receipt_id", Long.class);
                    return new KnownPayment(
                            row.getLong("id"),
                            Money.of(row.getLong("amount_minor"), row.getString("currency")),
                            receipt == null ? null : new ReceiptId(receipt),
                            row.getBoolean("reversed"),
                            fresh);
                })
                .single();
    }

    @Override
    public void booked(long payment, ReceiptId receipt) {
        jdbc.sql("UPDATE case_payment SET receipt_id = :receipt WHERE id = :id")
                .param("receipt", receipt.value())
                .param("id", payment)
                .update();
    }

    @Override
    public void reversed(long payment) {
        jdbc.sql("UPDATE case_payment SET reversed = true WHERE id = :id")
                .param("id", payment)
                .update();
    }

    @Override
    public boolean isFromAgency(ReceiptId receipt) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM case_payment WHERE receipt_id = :receipt)")
                .param("receipt", receipt.value())
                .query(Boolean.class)
                .single();
    }
}
