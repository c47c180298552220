package io.recoup.console.store;

import io.recoup.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Columns as the console's rows carry them. */
final class Columns {

    private Columns() {}

    /** @return null where the amount is null; the currency stands in the column {@code currency} */
    static Money money(ResultSet row, String minor) throws SQLException {
        long amount = row.getLong(minor);
        return row.wasNull() ? null : Money.of(amount, row.getString("currency"));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Long id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static Boolean flag(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : value;
    }
}
