package io.recoup.receivables;

import static io.recoup.receivables.Entries.creditNote;
import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.known;
import static io.recoup.receivables.Entries.of;
import static io.recoup.receivables.Entries.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.app.Invariants;
import io.recoup.money.Money;
import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Forgiven;
import io.recoup.receivables.Ledger.Incoming;
import io.recoup.receivables.Ledger.Part;
import io.recoup.testing.Seeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Posting many at once leaves the very books that posting them one after the other leaves. */
class BulkPostingPropertyTest extends LedgerTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final int ITEMS = 10;
    private static final int RECEIPTS = 8;
    private static final String[] DEBTORS = {"X", "Y", "Z"};

    private int worlds;
    private int granted;
    private int refused;

    /** What is wanted in either of two worlds: numbers of items and receipts in place of their ids. */
    private record Wish(int receipt, List<Share> shares) {}

    private record Share(int item, long minor, long forgiven) {}

    @Test
    void many_at_once_are_as_one_after_the_other() {
        Seeds.forEach(12, random -> {
            long seed = random.nextLong();
            int world = ++worlds;
            String one = "one" + world;
            String bulk = "bulk" + world;
            lay(one, new Random(seed));
            lay(bulk, new Random(seed));
            List<Wish> wishes = wishes(random);

            List<String> refusedOne = new ArrayList<>();
            for (Wish wish : wishes) {
                Allocation wanted = wanted(one, wish);
                try {
                    ledger.allocate(wanted.receipt(), wanted.parts(), wanted.cause(), TODAY);
                } catch (RefusedEntry refused) {
                    refusedOne.add(wish.receipt() + " " + refused.getMessage().replace(one, ""));
                }
            }
            List<Allocation> all =
                    wishes.stream().map(wish -> wanted(bulk, wish)).toList();
            List<String> refusedBulk = ledger.allocate(all, TODAY).stream()
                    .map(refused ->
                            wishes.get(indexOf(all, refused.allocation())).receipt() + " "
                                    + refused.why().getMessage().replace(bulk, ""))
                    .toList();

            refused += refusedOne.size();
            granted += wishes.size() - refusedOne.size();
            assertThat(refusedBulk).isEqualTo(refusedOne);
            assertThat(books(bulk)).isEqualTo(books(one)).isNotEmpty();
            assertThat(new Invariants(jdbc).violations()).isEmpty();
        });
        if (Long.getLong("recoup.seed") == null) {
            assertThat(granted).isGreaterThan(5);
            assertThat(refused).isGreaterThan(5);
        }
    }

    /** By identity: two wishes may be equal. */
    private static int indexOf(List<Allocation> all, Allocation one) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == one) {
                return i;
            }
        }
        throw new AssertionError("nobody asked for " + one);
    }

    private void lay(String world, Random random) {
        for (int i = 0; i < ITEMS; i++) {
            String total = Money.of(500 + random.nextInt(3_000), "EUR").toDecimal();
            String number = world + "-" + i;
            InvoiceEntry entry = random.nextInt(4) == 0 ? creditNote(number, total, null) : invoice(number, total);
            String source = random.nextInt(5) == 0 ? OpenItem.OWN_SOURCE : "erp";
            String debtor = world + DEBTORS[random.nextInt(DEBTORS.length)];
            ledger.enter(
                    of(known(entry, source, "id-" + number, number), Entries.debtor(debtor), null, entry.dueOn()),
                    Cause.inbox(1),
                    TODAY);
        }
        List<Incoming> incoming = new ArrayList<>();
        for (int i = 0; i < RECEIPTS; i++) {
            String amount = Money.of(500 + random.nextInt(4_000), "EUR").toDecimal();
            incoming.add(new Incoming(receipt(world + ":" + i, amount), Cause.bank("b", null)));
        }
        ledger.receive(incoming, TODAY);
    }

    private static List<Wish> wishes(Random random) {
        List<Wish> wishes = new ArrayList<>();
        int many = 1 + random.nextInt(14);
        for (int i = 0; i < many; i++) {
            List<Share> shares = new ArrayList<>();
            for (int part = random.nextInt(4); part >= 0; part--) {
                shares.add(new Share(
                        random.nextInt(ITEMS),
                        random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(2_000),
                        random.nextInt(4) == 0 ? 1 + random.nextInt(50) : 0));
            }
            wishes.add(new Wish(random.nextInt(RECEIPTS), shares));
        }
        return wishes;
    }

    private Allocation wanted(String world, Wish wish) {
        List<Part> parts = wish.shares().stream()
                .map(share -> new Part(
                        accounts.byNumber(world + "-" + share.item()).get(0).id(),
                        Money.of(share.minor(), "EUR"),
                        Money.of(share.forgiven(), "EUR"),
                        share.forgiven() == 0 ? null : Forgiven.SMALL_DIFFERENCE))
                .toList();
        return new Allocation(
                new ReceiptId(jdbc.sql("SELECT id FROM receipt WHERE source_key = :key")
                        .param("key", world + ":" + wish.receipt())
                        .query(Long.class)
                        .single()),
                parts,
                Cause.rule("rule " + wish.receipt(), "because"));
    }

    /** Postings, facts and lines for the ERP in their order, and what is open and waits, in words that name no ids. */
    private List<String> books(String world) {
        return jdbc.sql("""
                SELECT line FROM (
                    SELECT 1 AS part, p.id AS nr, concat_ws(' ', p.kind, i.number, r.source_key, c.number, p.amount_minor,
                           p.currency, p.business_date, p.cause_kind, p.cause, p.reason, 'told ' || w.source) AS line
                    FROM posting p LEFT JOIN item i ON i.id = p.item_id LEFT JOIN receipt r ON r.id = p.receipt_id
                    LEFT JOIN item c ON c.id = p.credit_item_id LEFT JOIN write_back w ON w.posting_id = p.id
                    WHERE i.number LIKE :world || '-%' OR r.source_key LIKE :world || ':%'
                    UNION ALL
                    SELECT 2, f.id, concat_ws(' ', f.type, f.payload ->> 'number', f.payload ->> 'how', r.source_key,
                           f.payload ->> 'amountMinor', f.payload ->> 'openMinor', f.payload ->> 'on')
                    FROM fact f JOIN item i ON f.subject = 'item:' || i.id
                    LEFT JOIN receipt r ON r.id = (f.payload ->> 'receipt')::bigint
                    WHERE i.number LIKE :world || '-%'
                    UNION ALL
                    SELECT 3, i.id, concat_ws(' ', i.number, o.open_minor, o.total_minor, o.kind, o.source)
                    FROM item i LEFT JOIN open_item o ON o.item_id = i.id WHERE i.number LIKE :world || '-%'
                    UNION ALL
                    SELECT 4, r.id, concat_ws(' ', r.source_key, u.left_minor, u.why, 'of ' || d.source_id)
                    FROM receipt r LEFT JOIN unapplied u ON u.receipt_id = r.id LEFT JOIN debtor d ON d.id = u.debtor_id
                    WHERE r.source_key LIKE :world || ':%'
                ) AS books ORDER BY part, nr
                """).param("world", world).query(String.class).list().stream()
                .map(line -> line.replace(world, ""))
                .toList();
    }
}
