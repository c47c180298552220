package io.recoup.reconciliation;

import io.recoup.money.Money;
import io.recoup.receivables.ReceiptId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bank bookings that wait for a person: the bank took money back, and no receipt or several may be meant; or a booking could
 * not be taken up at all. Each call is one transaction; {@link RefusedReview} says what to do instead and leaves everything
 * as it was.
 */
public interface OpenBookings {

    /**
     * One of them.
     *
     * @param id of the bank transaction
     * @param amount below zero where money left the account
     * @param why it waits: none or several receipts may be meant, it failed, or what was said of it
     * @param detail how many, or what failed or was said
     * @param receipts those that it may take back, the likeliest first; none where money came
     */
    record OpenBooking(
            long id,
            Money amount,
            LocalDate on,
            @Nullable String name,
            @Nullable String account,
            @Nullable String reference,
            @Nullable String remittance,
            String why,
            @Nullable String detail,
            List<Meant> receipts) {}

    /** A standing receipt of the same amount. @param payer null = nobody is named */
    record Meant(
            ReceiptId receipt,
            @Nullable String payer,
            LocalDate receivedOn,
            @Nullable String remittance) {}

    /** The oldest first. */
    List<OpenBooking> waiting(int limit);

    /** It takes this receipt back: what that had paid is open again. */
    void takesBack(long booking, ReceiptId receipt, String by, LocalDate day);

    /** Tries once more what the rules do with it. @return false when it still waits, maybe for another reason */
    boolean again(long booking, LocalDate day);

    /** Nothing is to follow from it here. */
    void settle(long booking, String by, String why);
}
