package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.Seeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same payments and items give the same answers in whichever order they come, and no item is paid beyond its sum. */
class MatchingOrderTest {

    private static final int COMPANIES = 25;
    private static final int ITEMS = 120;
    private static final int PAYMENTS = 60;

    @Test
    void the_order_of_payments_debtors_and_items_does_not_matter() {
        Seeds.forEach(40, random -> {
            Desk desk = desk(random);
            List<String> first = told(desk.decide());
            assertThat(told(desk.decide())).as("again").isEqualTo(first);
            for (int i = 0; i < 3; i++) {
                assertThat(told(desk.shuffled(random).decide())).isEqualTo(first);
            }
        });
    }

    @Test
    void nothing_is_paid_beyond_its_amount_and_no_cent_gets_lost() {
        Seeds.forEach(40, random -> {
            Map<MatchItem, Long> paid = new HashMap<>();
            for (Match match : desk(random).decide()) {
                long sum = 0;
                for (Match.Part part : match.parts()) {
                    paid.merge(part.item(), Math.abs(part.amount()) + Math.abs(part.forgiven()), Long::sum);
                    sum += part.amount();
                }
                assertThat(sum + match.residual().minor())
                        .isEqualTo(match.payment().amount().minor());
                assertThat(match.residual().isNegative()).isFalse();
            }
            paid.forEach((item, sum) -> assertThat(sum)
                    .as(item.number())
                    .isLessThanOrEqualTo(item.open().minor()));
        });
    }

    /** Few companies with few amounts and many payments, so that much competes. */
    private static Desk desk(Random random) {
        Desk desk = new Desk();
        for (int i = 0; i < COMPANIES; i++) {
            desk.debtor("C-" + (100 + i), "Firma " + (char) ('A' + i) + "mann " + i, account(i));
        }
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            long amount = 1_000L * (1 + random.nextInt(30)) + (random.nextInt(3) == 0 ? random.nextInt(999) : 0);
            amounts.add(amount);
            String debtor = "C-" + (100 + random.nextInt(COMPANIES));
            if (random.nextInt(8) == 0) {
                desk.credit(debtor, "GS-" + (700 + i), amount);
            } else {
                desk.invoice(debtor, "RE-2026-00" + (100 + i), amount, "2026-03-" + (10 + random.nextInt(20)));
            }
        }
        for (int i = 0; i < PAYMENTS; i++) {
            int named = random.nextInt(ITEMS);
            long more = random.nextInt(4) == 0 ? amounts.get(random.nextInt(ITEMS)) : 0;
            desk.pays(
                    "P" + i,
                    LocalDate.of(2026, 3, 1 + random.nextInt(28)),
                    amounts.get(named) + more,
                    null,
                    random.nextBoolean() ? "RE-2026-00" + (100 + named) : "Zahlung",
                    null,
                    account(random.nextInt(COMPANIES)));
        }
        return desk;
    }

    private static String account(int company) {
        return "DE11" + (20_000 + company);
    }

    private static List<String> told(List<Match> matches) {
        List<String> told = new ArrayList<>();
        for (Match match : matches) {
            List<String> parts = new ArrayList<>();
            match.parts().forEach(part -> parts.add(part.item().number() + " " + part.amount()));
            Collections.sort(parts);
            told.add(match.payment().key() + " " + match.decision() + " " + match.score() + " " + parts);
        }
        return told;
    }
}
