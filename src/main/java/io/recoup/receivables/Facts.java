package io.recoup.receivables;

import io.recoup.outbox.Fact;
import java.time.LocalDate;

/** What the ledger tells its neighbours. Amounts are minor units of the currency beside them. */
public final class Facts {

    private Facts() {}

    public record ItemEntered(long item, long debtor, String number, long totalMinor, String currency, LocalDate dueOn)
            implements Fact {
        @Override
        public String subject() {
            return "item:" + item;
        }
    }

    /** @param receipt null when it was settled by a credit note, elsewhere or cancelled */
    public record ItemPaid(
            long posting,
            long item,
            long debtor,
            String number,
            Long receipt,
            long amountMinor,
            long openMinor,
            String currency,
            LocalDate on,
            String how)
            implements Fact {
        @Override
        public String subject() {
            return "item:" + item;
        }
    }

    /** The source changed the total of an item. */
    public record ItemChanged(
            long item, long debtor, String number, long totalMinor, long openMinor, String currency, LocalDate on)
            implements Fact {
        @Override
        public String subject() {
            return "item:" + item;
        }
    }

    /** An item that was (partly) settled owes again. */
    public record ItemReopened(
            long posting,
            long item,
            long debtor,
            String number,
            long amountMinor,
            long openMinor,
            String currency,
            LocalDate on)
            implements Fact {
        @Override
        public String subject() {
            return "item:" + item;
        }
    }

    public record ReceiptReversed(long receipt, long amountMinor, String currency, LocalDate on) implements Fact {
        @Override
        public String subject() {
            return "receipt:" + receipt;
        }
    }
}
