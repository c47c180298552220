package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Open items of one debtor in one currency that are proposed to go to an agency.
 *
 * @param items never empty; their amounts are those open when it was proposed
 */
public record Referral(
        long id, DebtorId debtor, String currency, State state, LocalDate proposedOn, String reason, List<Part> items) {

    public enum State {
        PROPOSED,
        /** Its placement is on its way. */
        APPROVED,
        DECLINED,
        /** An agency has it. */
        PLACED,
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Part(ItemId item, Money amount) {}

    public List<ItemId> itemIds() {
        return items.stream().map(Part::item).toList();
    }
}
