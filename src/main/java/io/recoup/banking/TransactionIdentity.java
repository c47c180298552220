package io.recoup.banking;

import io.recoup.money.Money;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes a bank transaction the same in two files.
 *
 * <p>Bank ids repeat (one id for a recurring series, the same id on two days), so an id never stands alone: the key is
 * account, amount, direction and booking date with the bank id, or, where there is none, with the counterparty's
 * account and the letters and digits of reference and remittance; and the occurrence within the statement, so that
 * two genuine equal payments both stay. Neither the statement's id, the names nor the status are in it, because an
 * overlapping file or the booked version of a pending transaction must be recognised.
 */
final class TransactionIdentity {

    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long PRIME = 0x100000001B3L;
    private static final char SEPARATOR = '\u001f';

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(() -> {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    });

    private TransactionIdentity() {}

    /**
     * A UUID of version 8 (RFC 9562): the booking date in its first 16 bits, so that a file touches only the part of a
     * large index that holds its days, then 106 bits of the key's SHA-256.
     */
    static UUID of(BankTransaction transaction) {
        StringBuilder key = new StringBuilder(160);
        text(key, transaction.account());
        day(key, transaction.bookedOn());
        money(key, transaction.signed());
        key.append(transaction.direction() == Direction.DEBIT ? 'D' : 'C')
                .append(transaction.balancing() ? 'B' : 'T')
                .append(SEPARATOR);
        if (transaction.bankId() != null) {
            text(key.append('I'), transaction.bankId());
        } else {
            text(key.append('F'), transaction.counterparty().account());
            squashed(key, transaction.reference());
            squashed(key, transaction.remittance());
        }
        LocalDate day = transaction.bookedOn();
        return hashed(key.append(transaction.occurrence()), day == null ? 0 : day.toEpochDay());
    }

    static UUID of(BankStatement statement) {
        StringBuilder key = new StringBuilder(120);
        text(key, statement.account());
        text(key, statement.statement());
        text(key, statement.currency());
        text(key, statement.format());
        money(key, statement.opening());
        money(key, statement.closing());
        day(key, statement.closedOn());
        money(key, statement.credits());
        money(key, statement.debits());
        LocalDate day = statement.closedOn();
        return hashed(key.append(statement.entries()), day == null ? 0 : day.toEpochDay());
    }

    /** The same key without account and occurrence, as 64 bits: quick enough to be taken of every transaction read. */
    static long fingerprint(
            @Nullable LocalDate bookedOn,
            long signedMinor,
            Currency currency,
            Direction direction,
            boolean balancing,
            @Nullable String bankId,
            @Nullable String counterpartyAccount,
            @Nullable String reference,
            @Nullable String remittance) {
        long hash = mix(SEED, bookedOn == null ? 0 : bookedOn.toEpochDay() + 1);
        hash = mix(hash, signedMinor);
        hash = chars(hash, currency.getCurrencyCode(), false);
        hash = mix(hash, (direction == Direction.DEBIT ? 1 : 0) + (balancing ? 2 : 0));
        if (bankId != null) {
            hash = chars(mix(hash, 1), bankId, false);
        } else {
            hash = chars(mix(hash, 2), counterpartyAccount, false);
            hash = chars(hash, reference, true);
            hash = chars(hash, remittance, true);
        }
        return finish(hash);
    }

    private static UUID hashed(CharSequence key, long prefix) {
        ByteBuffer hash = ByteBuffer.wrap(SHA_256.get().digest(key.toString().getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFFFFFFFFFFL) | (prefix << 48);
        long low = hash.getLong();
        return new UUID((high & ~0xF000L) | 0x8000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    private static void text(StringBuilder key, @Nullable String text) {
        key.append(text == null ? "" : text).append(SEPARATOR);
    }

    private static void day(StringBuilder key, @Nullable LocalDate day) {
        if (day != null) {
            key.append(day.toEpochDay());
        }
        key.append(SEPARATOR);
    }

    private static void money(StringBuilder key, @Nullable Money money) {
        if (money != null) {
            key.append(money.minor()).append(money.currencyCode());
        }
        key.append(SEPARATOR);
    }

    private static void squashed(StringBuilder key, @Nullable String text) {
        for (int i = 0; text != null && i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                key.append(Character.toUpperCase(text.charAt(i)));
            }
        }
        key.append(SEPARATOR);
    }

    private static long chars(long hash, @Nullable String text, boolean squash) {
        long result = hash;
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            if (!squash) {
                result = (result ^ c) * PRIME;
            } else if (Character.isLetterOrDigit(c)) {
                result = (result ^ Character.toUpperCase(c)) * PRIME;
            }
        }
        return (result ^ SEPARATOR) * PRIME;
    }

    private static long mix(long hash, long value) {
        return finish(hash ^ value) * SEED;
    }

    /** Stafford's variant 13 of the 64-bit finaliser: every input bit reaches every output bit. */
    private static long finish(long hash) {
        long h = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }
}
