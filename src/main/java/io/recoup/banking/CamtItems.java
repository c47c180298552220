package io.recoup.banking;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Makes payment items of one entry and its details: each detail one item, an entry without details one item, and a
 * balancing item where the details do not add up to the entry.
 *
 * <p>Details are given out as they end, so that a batch of any size fits in memory. Only the first one waits for the
 * second, because an entry with a single detail is read differently: the entry's direction, bank id and text are its.
 */
final class CamtItems {

    private final String file;
    private final StatementSink sink;
    private final CamtStatement statement;
    private final CamtEntry entry;
    private final CamtDetail none = new CamtDetail();

    CamtItems(String file, StatementSink sink, CamtStatement statement, CamtEntry entry) {
        this.file = file;
        this.sink = sink;
        this.statement = statement;
        this.entry = entry;
    }

    /**
     * @return why the entry cannot be given out, or null
     */
    @Nullable
    String incomplete() {
        if (entry.amount.currency == null) {
            return "entry without an amount (Amt)";
        }
        if (entry.direction == null) {
            return "entry without a direction (CdtDbtInd)";
        }
        return bookedOn(none) == null ? "entry without any date (BookgDt, ValDt, or the statement's CreDtTm)" : null;
    }

    /** The entry as one item. */
    void whole() {
        entry.explained = entry.signed();
        give(none, entry.direction(), entry.amount.minor, entry.bankId, entry.text);
    }

    /** The only detail of an entry: where it names no amount in the entry's currency, it has the entry's. */
    void single(CamtDetail detail) {
        long minor = minorOf(detail, entry.amount.minor);
        entry.explained = detail.broken ? entry.signed() : entry.direction().sign() * minor;
        String bankId = detail.bankId != null ? detail.bankId : entry.bankId;
        give(detail, entry.direction(), minor, bankId, entry.text);
    }

    /** One of several details, counted from 1. One that names no usable amount is worth zero until somebody looks. */
    void oneOf(CamtDetail detail, int number) {
        long minor = minorOf(detail, 0);
        Direction direction = detail.direction != null ? detail.direction : entry.direction();
        entry.explained = Math.addExact(entry.explained, direction.sign() * minor);
        String bankId = detail.bankId != null || entry.bankId == null ? detail.bankId : entry.bankId + "/" + number;
        give(detail, direction, minor, bankId, null);
    }

    /** What the details leave of the entry. */
    void rest() {
        long rest = Math.subtractExact(entry.signed(), entry.explained);
        if (rest != 0) {
            String bankId = entry.bankId == null ? null : entry.bankId + "/rest";
            item(none, Direction.of(rest), Math.abs(rest), bankId, null, true);
        }
    }

    private long minorOf(CamtDetail detail, long unlessSaid) {
        CamtAmount own = detail.in(entry.amount.currency());
        if (own == null) {
            return unlessSaid;
        }
        if (own.problem != null) {
            detail.broken = true;
            sink.rejected(new RejectedEntry(file, own.line, own.column, own.problem));
            return 0;
        }
        return own.minor;
    }

    private void give(
            CamtDetail detail, Direction direction, long minor, @Nullable String bankId, @Nullable String entryText) {
        if (!detail.broken) {
            item(detail, direction, minor, bankId, detail.remittance(entryText), false);
        }
    }

    private void item(
            CamtDetail detail,
            Direction direction,
            long minor,
            @Nullable String bankId,
            @Nullable String remittance,
            boolean balancing) {
        Currency currency = entry.amount.currency();
        LocalDate bookedOn = bookedOn(detail);
        Counterparty other =
                balancing ? Counterparty.UNKNOWN : detail.counterparty(direction, entry.reversal, statement.account);
        long fingerprint = TransactionIdentity.fingerprint(
                bookedOn,
                direction.sign() * minor,
                currency,
                direction,
                balancing,
                bankId,
                other.account(),
                detail.reference,
                remittance);
        sink.transaction(new BankTransaction(
                statement.account,
                statement.id,
                bookedOn,
                entry.valueOn != null ? entry.valueOn : detail.settledOn,
                entry.status,
                direction,
                entry.reversal || (detail.returned && direction == Direction.DEBIT),
                balancing,
                new Money(minor, currency),
                other,
                detail.endToEndId,
                detail.reference,
                remittance,
                bankId,
                statement.occurrence(fingerprint)));
    }

    /** The booking date, or the nearest thing to it that the file gives. */
    private @Nullable LocalDate bookedOn(CamtDetail detail) {
        if (entry.bookedOn != null) {
            return entry.bookedOn;
        }
        if (statement.closedOn != null) {
            return statement.closedOn;
        }
        if (entry.valueOn != null) {
            return entry.valueOn;
        }
        return detail.settledOn != null ? detail.settledOn : statement.createdOn;
    }
}
