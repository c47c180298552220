package io.recoup.banking;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one {@code Ntry} says apart from its details, gathered while it is read. Used again for the next one. */
final class CamtEntry {

    final CamtAmount amount = new CamtAmount();

    @Nullable
    Direction direction;

    @Nullable
    EntryStatus status;

    @Nullable
    LocalDate bookedOn;

    @Nullable
    LocalDate valueOn;

    @Nullable
    String bankId;

    @Nullable
    String text;

    boolean reversal;

    /** Something was wrong with it and has been told: nothing of it is given out. */
    boolean broken;

    int details;

    /** Signed sum of the details given out or refused, in minor units of the entry's currency. */
    long explained;

    void clear() {
        amount.clear();
        direction = null;
        status = null;
        bookedOn = null;
        valueOn = null;
        bankId = null;
        text = null;
        reversal = false;
        broken = false;
        details = 0;
        explained = 0;
    }

    /** Only asked for once the entry is known to be complete. */
    Direction direction() {
        return Objects.requireNonNull(direction, "direction");
    }

    long signed() {
        return direction().sign() * amount.minor;
    }
}
