package io.recoup.receivables;

import static io.recoup.receivables.Entries.creditNote;
import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.app.Invariants;
import io.recoup.money.Money;
import io.recoup.testing.Seeds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever sources, banks and people do in whatever order, no cent appears, disappears or is counted twice. */
class LedgerPropertyTest extends LedgerTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final Cause INBOX = Cause.inbox(1);
    private static final Cause MARIA = Cause.user("maria", null);

    private final AtomicInteger world = new AtomicInteger();

    @Test
    void balances_hold_after_any_story() {
        Seeds.forEach(8, random -> {
            String prefix = "P" + world.incrementAndGet() + "-";
            for (int step = 0; step < 40; step++) {
                step(random, prefix);
            }
            assertThat(new Invariants(jdbc).violations()).isEmpty();
        });
    }

    @Test
    void versions_may_arrive_in_any_order_and_again_and_give_the_same_open_amounts() {
        Seeds.forEach(10, random -> {
            String number = "V" + world.incrementAndGet();
            List<InvoiceEntry> versions = new java.util.ArrayList<>();
            for (int v = 0; v < 5; v++) {
                String total = amount(random, 5_000, 20_000);
                String open = random.nextBoolean()
                        ? null
                        : Money.of(random.nextLong(5_000), "EUR").toDecimal();
                versions.add(Entries.stating(
                        invoice(number, "1.00"),
                        total,
                        open,
                        random.nextInt(6) == 0,
                        "2026-03-0" + (v + 1) + "T08:00:00Z"));
            }
            InvoiceEntry last = versions.get(4);
            versions.addAll(List.copyOf(versions));
            java.util.Collections.shuffle(versions, random);
            versions.forEach(version -> ledger.enter(version, INBOX, TODAY));

            Map<String, Long> open = open(number);
            long expected =
                    last.open() != null ? last.open().minor() : last.total().minor();
            if (last.cancelled()) {
                assertThat(open).isEmpty();
            } else if (last.open() != null) {
                assertThat(open).containsValue(expected);
            }
            ledger.enter(last, INBOX, TODAY);
            assertThat(open(number)).isEqualTo(open);
        });
    }

    private void step(Random random, String prefix) {
        String number = prefix + "F" + random.nextInt(4);
        try {
            switch (random.nextInt(8)) {
                case 0, 1 ->
                    ledger.enter(
                            Entries.stating(
                                    invoice(number, "1.00"),
                                    amount(random, 1, 10_000),
                                    random.nextInt(3) == 0 ? "0.00" : null,
                                    random.nextInt(8) == 0,
                                    null),
                            INBOX,
                            TODAY);
                case 2 ->
                    ledger.enter(
                            Entries.stating(
                                    creditNote(prefix + "C" + random.nextInt(2), "1.00", number),
                                    amount(random, 1, 3_000),
                                    null,
                                    random.nextInt(5) == 0,
                                    null),
                            INBOX,
                            TODAY);
                case 3, 4 ->
                    ledger.receive(
                            receipt(prefix + random.nextInt(6), amount(random, 1, 8_000)),
                            Cause.bank("b", null),
                            TODAY);
                case 5 -> allocate(random, prefix, number);
                case 6 -> ledger.undo(random.nextLong(lastPosting()) + 1, MARIA, TODAY);
                default -> ledger.reverse(receiptOf(prefix, random), "bank:x", Cause.bank("x", null), TODAY);
            }
        } catch (RefusedEntry refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    private void allocate(Random random, String prefix, String number) {
        accounts.byNumber(number).stream()
                .findFirst()
                .ifPresent(item -> ledger.allocate(
                        receiptOf(prefix, random),
                        List.of(new Ledger.Part(item.id(), Money.of(1 + random.nextLong(5_000), "EUR"))),
                        MARIA,
                        TODAY));
    }

    private ReceiptId receiptOf(String prefix, Random random) {
        String key = prefix + random.nextInt(6);
        return ledger.receive(receipt(key, "50.00"), Cause.bank("b", null), TODAY);
    }

    private Map<String, Long> open(String number) {
        Map<String, Long> open = new TreeMap<>();
        accounts.byNumber(number)
                .forEach(item -> open.put(
                        item.number() + "/" + item.instalment(), item.open().minor()));
        return open;
    }

    private long lastPosting() {
        return jdbc.sql("SELECT coalesce(max(id), 1) FROM posting")
                .query(Long.class)
                .single();
    }

    private static String amount(Random random, int from, int to) {
        return Money.of(from + random.nextInt(to - from), "EUR").toDecimal();
    }
}
