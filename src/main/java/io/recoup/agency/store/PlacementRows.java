package io.recoup.agency.store;

import io.recoup.agency.CaseBalance;
import io.recoup.agency.CaseOutcome;
import io.recoup.agency.CaseStage;
import io.recoup.agency.CaseState;
import io.recoup.agency.Placement;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;

/** Reads a row of {@code placement}. */
final class PlacementRows {

    private PlacementRows() {}

    static Placement read(ResultSet row, int rowNumber) throws SQLException {
        String currency = row.getString("currency");
        Long outstanding = row.getObject("outstanding_minor", Long.class);
        OffsetDateTime reportedAt = row.getObject("reported_at", OffsetDateTime.class);
        return new Placement(
                row.getLong("id"),
                row.getLong("referral_id"),
                new DebtorId(row.getLong("debtor_id")),
                row.getString("agency"),
                row.getString("case_number"),
                row.getObject("idempotency_key", UUID.class),
                Money.of(row.getLong("principal_minor"), currency),
                word(CaseState.class, row.getString("state")),
                word(CaseStage.class, row.getString("stage")),
                word(CaseBalance.class, row.getString("balance")),
                word(CaseOutcome.class, row.getString("outcome")),
                outstanding == null ? null : Money.of(outstanding, currency),
                row.getString("agency_case_id"),
                row.getString("raw_status"),
                row.getString("alert"),
                row.getString("request"),
                row.getInt("attempt"),
                row.getBoolean("lookup_first"),
                row.getObject("lease_until") != null,
                reportedAt == null ? null : reportedAt.toInstant(),
                row.getObject("created_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }

    static String word(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return word == null ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
