package io.recoup.dunning.plan;

import static io.recoup.dunning.Debts.account;
import static io.recoup.dunning.Debts.day;
import static io.recoup.dunning.Debts.due;
import static io.recoup.dunning.Debts.hold;
import static io.recoup.dunning.Debts.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.Debts;
import io.recoup.dunning.plan.DunningDecision.Rest;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestsTest {

    private static final OpenItem ONE = due(1, "2025-03-01", "100.00");

    @Test
    void a_hold_rests_through_its_last_day_and_says_why() {
        DebtorAccount held =
                account(List.of(ONE), List.of(hold(1L, "dispute", "2025-03-20", "broken sacks")), List.of());
        assertThat(rests(held, "2025-03-20"))
                .containsEntry(
                        ONE.id(),
                        new Rest(
                                Reason.of("rest.held-until.dispute", "2025-03-20", ": broken sacks"),
                                day("2025-03-21")));
        assertThat(rests(held, "2025-03-21")).isEmpty();
    }

    @Test
    void a_hold_of_the_agency_rests_until_released_and_leaves_the_other_items_alone() {
        DebtorAccount both = account(
                List.of(ONE, due(2, "2025-03-01", "50.00")), List.of(hold(1L, "agency", null, null)), List.of());
        assertThat(rests(both, "2025-03-16"))
                .containsExactly(Map.entry(ONE.id(), new Rest(Reason.of("rest.held.agency", ""), null)));
    }

    @Test
    void a_hold_of_the_debtor_rests_all_of_its_items() {
        DebtorAccount both = account(
                List.of(ONE, due(2, "2025-03-01", "50.00")), List.of(hold(null, "pause", null, null)), List.of());
        assertThat(rests(both, "2025-03-16")).containsOnlyKeys(new ItemId(1), new ItemId(2));
    }

    @Test
    void credit_that_covers_the_debt_rests_it_and_not_a_cent_below() {
        assertThat(rests(credited("100.00", "EUR"), "2025-03-16")).containsOnlyKeys(ONE.id());
        assertThat(rests(credited("99.99", "EUR"), "2025-03-16")).isEmpty();
        assertThat(rests(credited("500.00", "GBP"), "2025-03-16")).isEmpty();
    }

    @Test
    void a_credit_note_counts_like_money() {
        DebtorAccount account = account(ONE, item(2, ItemKind.CREDIT_NOTE, "2025-03-05", "100.00", "EUR"));
        assertThat(rests(account, "2025-03-16")).containsOnlyKeys(ONE.id(), new ItemId(2));
    }

    private static DebtorAccount credited(String amount, String currency) {
        return account(List.of(ONE), List.of(), List.of(Money.parse(amount, currency)));
    }

    private static Map<ItemId, DunningDecision> rests(DebtorAccount account, String on) {
        return Rests.of(account, Debts.CREDITOR, day(on));
    }
}
