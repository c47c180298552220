package io.recoup.dunning.plan;

import static io.recoup.dunning.Debts.account;
import static io.recoup.dunning.Debts.creditor;
import static io.recoup.dunning.Debts.day;
import static io.recoup.dunning.Debts.due;
import static io.recoup.dunning.Debts.hold;
import static io.recoup.dunning.Debts.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.Debts;
import io.recoup.dunning.policy.Creditor.Netting;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Procedure;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorAccount.Hold;
import io.recoup.receivables.OpenItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Netted by total, credit is deducted of the oldest claims first, and no letter deducts what another one does. */
class CreditNettingTest {

    private static final OpenItem OLD = due(1, "2025-03-01", "100.00");
    private static final OpenItem YOUNG = due(2, "2025-03-02", "50.00");

    @Test
    void letters_about_one_item_each_deduct_the_credit_once() {
        assertThat(deducted("120.00", List.of(), OLD)).isEqualTo("100.00");
        assertThat(deducted("120.00", List.of(), YOUNG)).isEqualTo("20.00");
        assertThat(deducted("120.00", List.of(), YOUNG, OLD)).isEqualTo("120.00");
    }

    @Test
    void what_does_not_reach_beyond_the_oldest_is_not_deducted_of_the_next() {
        assertThat(deducted("100.00", List.of(), YOUNG)).isEqualTo("0.00");
        assertThat(deducted("100.01", List.of(), YOUNG)).isEqualTo("0.01");
    }

    @Test
    void a_disputed_claim_keeps_no_credit_from_the_others() {
        assertThat(deducted("49.99", List.of(hold(1L, "dispute", null, null)), YOUNG))
                .isEqualTo("49.99");
    }

    @Test
    void netted_by_items_a_credit_that_covers_none_is_not_deducted() {
        assertThat(deducted(Netting.ITEMS, "49.99", List.of(), OLD, YOUNG)).isEqualTo("0.00");
    }

    private static String deducted(String credit, List<Hold> holds, OpenItem... told) {
        return deducted(Netting.TOTAL, credit, holds, told);
    }

    private static String deducted(Netting netting, String credit, List<Hold> holds, OpenItem... told) {
        Level level = Level.once("reminder", 3, "reminder");
        DebtorAccount account = account(List.of(YOUNG, OLD), holds, List.of(Money.parse(credit, "EUR")));
        Planner planner =
                new Planner(policy(creditor(netting, Map.of()), Procedure.of("standard", 1, List.of(level), null)));
        return planner.claims(Debts.of(account), level, List.of(told), false, day("2025-03-20"))
                .get(0)
                .credit()
                .toDecimal();
    }
}
