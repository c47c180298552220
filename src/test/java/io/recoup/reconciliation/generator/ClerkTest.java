package io.recoup.reconciliation.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.receivables.ItemKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClerkTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");
    private static final Words NOTHING = new Words("", null, List.of(), false, "");

    private final Debtor debtor = debtor("1", true);
    private final Item small = item(debtor, "A-1", 100_00, 1);
    private final Item large = item(debtor, "A-2", 200_00, 5);
    private final Item sum = item(debtor, "A-3", 300_00, 9);
    private final Clerk clerk = new Clerk();

    @Test
    void knows_the_only_item_with_the_amount() {
        assertThat(clerk.couldKnow(pays(large), NOTHING, List.of(small, large, sum), false))
                .isTrue();
    }

    @Test
    void knows_nothing_of_an_unknown_payer_until_he_was_introduced_or_names_a_document() {
        Debtor stranger = debtor("2", false);
        Item item = item(stranger, "A-4", 100_00, 1);
        assertThat(clerk.couldKnow(pays(item), NOTHING, List.of(item), false)).isFalse();
        assertThat(clerk.couldKnow(pays(item), NOTHING, List.of(item), true)).isTrue();
        Words named = new Words("A-4", null, List.of(item), true, "");
        assertThat(clerk.couldKnow(pays(item), named, List.of(item), false)).isTrue();
    }

    @Test
    void knows_a_bundle_that_is_all_that_is_due_or_the_only_way_to_make_the_sum() {
        assertThat(clerk.couldKnow(pays(small, large), NOTHING, List.of(small, large, sum), false))
                .as("the two oldest")
                .isTrue();
        assertThat(clerk.couldKnow(pays(small, sum), NOTHING, List.of(small, large, sum), false))
                .as("400 is 100 and 300 only")
                .isTrue();
        Item third = item(debtor, "A-5", 400_00, 3);
        assertThat(clerk.couldKnow(pays(small, sum), NOTHING, List.of(small, third, large, sum), false))
                .as("400 is also a single item")
                .isFalse();
    }

    @Test
    void does_not_know_what_a_part_is_of_where_several_are_open() {
        Draft draft = draft().pays(Part.some(large, 50_00, Part.Kind.PARTIAL));
        assertThat(clerk.couldKnow(draft, NOTHING, List.of(large), false)).isTrue();
        assertThat(clerk.couldKnow(draft, NOTHING, List.of(small, large), false))
                .isFalse();
    }

    private Draft pays(Item... items) {
        Draft draft = new Draft(1, items[0].debtor, DAY, items.length > 1 ? Deed.BUNDLE : Deed.SINGLE);
        for (Item item : items) {
            draft.pays(Part.full(item));
        }
        return draft;
    }

    private Draft draft() {
        return new Draft(1, debtor, DAY, Deed.PARTIAL);
    }

    private static Debtor debtor(String number, boolean known) {
        Payer payer = new Payer("Becker", "DE02120300000000202051", "BYLADEM1", known, known, false);
        return new Debtor(
                number, "Becker", Country.DE, Company.HANSE, List.of(), null, Terms.net(10), Pricing.RENT, 1, payer);
    }

    private static Item item(Debtor debtor, String number, long amount, int dueDay) {
        LocalDate due = LocalDate.of(2026, 3, dueDay);
        return new Item(debtor, ItemKind.INVOICE, number, 1, due.minusDays(10), due, amount, null, null);
    }
}
