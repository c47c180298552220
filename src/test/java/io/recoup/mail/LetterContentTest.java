package io.recoup.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.mail.LetterContent.Charge;
import io.recoup.mail.LetterContent.Credit;
import io.recoup.mail.LetterContent.Extras;
import io.recoup.mail.LetterContent.Item;
import io.recoup.mail.LetterContent.Kind;
import io.recoup.money.Money;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterContentTest {

    private static final Item ITEM = new Item("1", Letters.day(-40), Letters.day(-10), Letters.eur(10_000));

    @Test
    void what_is_to_pay_is_items_and_charges_less_the_deducted_credit_each_currency_for_itself() {
        LetterContent full = Letters.full("X", "en");
        assertThat(full.totals())
                .containsEntry("EUR", Letters.eur(145_450))
                .containsEntry("GBP", Money.of(9_900, "GBP"));
        assertThat(full.toPay())
                .containsEntry("EUR", Letters.eur(125_667))
                .containsEntry("GBP", Money.of(9_900, "GBP"));
    }

    @Test
    void credit_may_cover_all_that_is_owed_and_not_a_cent_more() {
        assertThat(content(Kind.REMINDER, List.of(), Letters.eur(10_000)).toPay())
                .containsEntry("EUR", Letters.eur(0));
        assertThat(content(Kind.REMINDER, List.of(new Charge(Letters.eur(1), Letters.eur(2))), Letters.eur(10_003))
                        .toPay())
                .containsEntry("EUR", Letters.eur(0));
        assertThatThrownBy(() -> content(Kind.REMINDER, List.of(), Letters.eur(10_001)))
                .hasMessageContaining("more is deducted than owed");
        assertThatThrownBy(() -> content(Kind.STATEMENT, List.of(), Money.of(1, "GBP")))
                .hasMessageContaining("more is deducted than owed");
    }

    @Test
    void charges_are_one_entry_per_currency_and_never_negative() {
        assertThatThrownBy(() -> content(
                        Kind.REMINDER, List.of(Charge.fee(Letters.eur(1)), Charge.fee(Letters.eur(2))), Letters.eur(1)))
                .hasMessageContaining("one entry per currency");
        assertThatThrownBy(() -> new Charge(Letters.eur(-1), Letters.eur(0))).hasMessageContaining("never negative");
        assertThatThrownBy(() -> new Charge(Letters.eur(1), Money.of(1, "GBP"))).hasMessageContaining("cannot mix");
    }

    @Test
    void only_a_statement_and_a_message_may_be_about_no_item() {
        assertThat(Letters.statement("X", "en", 0).items()).isEmpty();
        assertThatThrownBy(() -> new LetterContent(
                        Kind.REMINDER,
                        "X",
                        "en",
                        null,
                        Letters.DAY,
                        Letters.DAY,
                        List.of(),
                        List.of(),
                        List.of(),
                        Extras.NONE))
                .hasMessageContaining("at least one");
    }

    @Test
    void a_portal_link_leads_to_the_web() {
        assertThat(portal("https://portal.example/x").portal()).hasHost("portal.example");
        assertThatThrownBy(() -> portal("javascript:alert(1)")).hasMessageContaining("https://");
        assertThatThrownBy(() -> portal("/account")).hasMessageContaining("https://");
    }

    private static Extras portal(String link) {
        return new Extras("", "", List.of(), URI.create(link), List.of(), List.of());
    }

    private static LetterContent content(Kind kind, List<Charge> charges, Money deducted) {
        return new LetterContent(
                kind,
                "X",
                "en",
                null,
                Letters.DAY,
                Letters.DAY,
                List.of(ITEM),
                charges,
                List.of(new Credit(deducted, true)),
                Extras.NONE);
    }
}
