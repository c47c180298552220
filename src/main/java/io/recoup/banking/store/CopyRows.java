package io.recoup.banking.store;

import io.recoup.banking.BankTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Bank transactions on their way into the table in PostgreSQL's binary COPY format, some thousand bytes at a time. */
final class CopyRows {

    static final String COPY = """
            COPY bank_transaction (
                import_id, identity, account, currency, statement, booked_on, value_on, status, direction, reversal,
                balancing, amount_minor, counterparty_name, counterparty_account, counterparty_bic, end_to_end_id,
                reference, remittance, bank_id, occurrence)
            FROM STDIN (FORMAT binary)
            """;

    private static final int COLUMNS = 20;
    private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};

    /** What is gathered before it is sent; a row is a few hundred bytes. */
    private static final int BLOCK = 1 << 16;

    private final CopyIn copy;
    private byte[] bytes = new byte[BLOCK + (1 << 12)];
    private int length;

    CopyRows(CopyIn copy) throws SQLException {
        this.copy = copy;
        copy.writeToCopy(SIGNATURE, 0, SIGNATURE.length);
    }

    void add(long importId, UUID identity, BankTransaction transaction) throws SQLException {
        room(400);
        bytes[length++] = 0;
        bytes[length++] = COLUMNS;
        bigint(importId);
        int4(16);
        int8(identity.getMostSignificantBits());
        int8(identity.getLeastSignificantBits());
        text(transaction.account());
        text(transaction.currency());
        text(transaction.statement());
        date(transaction.bookedOn());
        date(transaction.valueOn());
        text(transaction.status().code());
        text(transaction.direction().code());
        bool(transaction.reversal());
        bool(transaction.balancing());
        bigint(transaction.amount().minor());
        text(transaction.counterparty().name());
        text(transaction.counterparty().account());
        text(transaction.counterparty().bic());
        text(transaction.endToEndId());
        text(transaction.reference());
        text(transaction.remittance());
        text(transaction.bankId());
        room(8);
        int4(4);
        int4(transaction.occurrence());
        if (length >= BLOCK) {
            send();
        }
    }

    /** Must follow the last row. */
    void end() throws SQLException {
        send();
        copy.writeToCopy(TRAILER, 0, TRAILER.length);
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }

    private void bigint(long value) {
        room(12);
        int4(8);
        int8(value);
    }

    private void bool(boolean value) {
        room(5);
        int4(1);
        bytes[length++] = (byte) (value ? 1 : 0);
    }

    private void date(@Nullable LocalDate day) {
        room(8);
        if (day == null) {
            int4(-1);
        } else {
            int4(4);
            int4((int) (day.toEpochDay() - EPOCH_2000));
        }
    }

    private void text(@Nullable String text) {
        if (text == null) {
            room(4);
            int4(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(4 + utf8.length);
        int4(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    private void int4(int value) {
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void int8(long value) {
        int4((int) (value >>> 32));
        int4((int) value);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
