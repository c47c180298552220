package io.recoup.agency.store;

import static io.recoup.agency.store.PlacementRows.word;

import io.recoup.agency.CaseBalance;
import io.recoup.agency.CaseOutcome;
import io.recoup.agency.CaseStage;
import io.recoup.agency.CaseState;
import io.recoup.agency.Placement;
import io.recoup.agency.Placements;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
}
