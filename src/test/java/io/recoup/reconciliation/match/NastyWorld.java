package io.recoup.reconciliation.match;

import io.recoup.money.Money;
import io.recoup.receivables.InvoiceEntry.Discount;
import io.recoup.receivables.ItemKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A small ledger and payments in which all goes wrong that can: numbers that two debtors have or that stand inside longer
 * ones, instalments, credit notes, currencies, references with and without check digits, accounts that pay for several,
 * payments sent twice, texts that say more than a number.
 */
final class NastyWorld {

    private static final int DEBTORS = 10;
    private static final int ITEMS = 50;
    private static final int PAYMENTS = 40;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final String[] BESIDE = {
        " vom 12.03.2026",
        " 03/2026",
        " u.a.",
        " Rate 2",
        " älteste zuerst",
        " Kd 10070",
        " C-1003",
        " RE-2026-99999",
        " 47110815",
        " bis 00020",
        ", 00013",
        " usw",
        " M FL",
        " E A",
        " 5 Stück",
        " Mahnung",
        " 1999",
        " Anzählung",
        " Ræte"
    };

    private final Random random;
    private final List<MatchDebtor> debtors = new ArrayList<>();
    private final List<MatchItem> items = new ArrayList<>();
    final List<MatchPayment> payments = new ArrayList<>();
    private final boolean part;

    NastyWorld(Random random) {
        this.random = random;
        part = one(3);
        for (int i = 0; i < DEBTORS; i++) {
            List<String> ibans = new ArrayList<>();
            for (int account = random.nextInt(3); account > 0; account--) {
                ibans.add(account(random.nextInt(DEBTORS + 4)));
            }
            String group = one(4) ? "G" + random.nextInt(2) : null;
            String name = "Firma " + (char) ('A' + random.nextInt(6)) + "mann GmbH";
            debtors.add(new MatchDebtor("C-100" + i, List.of(name), ibans, group, one(3) ? number() : null));
        }
        for (int i = 0; i < ITEMS; i++) {
            item(i);
        }
        for (int i = 0; i < PAYMENTS; i++) {
            payment(i);
        }
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private static String account(int number) {
        return "DE11" + (20_000 + number);
    }

    private void item(int id) {
        LocalDate due = FIRST.plusDays(random.nextInt(60) - 20);
        int instalments = one(8) ? 2 : 1;
        String number = number();
        for (int instalment = 0; instalment < instalments; instalment++) {
            items.add(new MatchItem(
                    2L * id + instalment,
                    "C-100" + random.nextInt(DEBTORS),
                    one(10) ? ItemKind.CREDIT_NOTE : ItemKind.INVOICE,
                    number,
                    instalments == 1 ? 0 : instalment + 1,
                    due.minusDays(random.nextInt(40)),
                    due,
                    Money.of(one(8) ? 0 : amount(), one(8) ? "CHF" : "EUR"),
                    reference(),
                    one(10) ? number() : null,
                    one(6)
                            ? List.of(new Discount(due.minusDays(10), BigDecimal.valueOf(one(5) ? 0 : one(2) ? 50 : 2)))
                            : List.of()));
        }
    }

    private long amount() {
        long round = one(5) ? 100_000L : 1_000L;
        return round * (1 + random.nextInt(12)) + (one(2) ? random.nextInt(999) : 0);
    }

    private String number() {
        int serial = random.nextInt(90);
        return switch (random.nextInt(10)) {
            case 0 -> "GS-2026-%05d".formatted(serial);
            case 1 -> "M-26-%05d".formatted(serial);
            case 2 -> "2026%05d".formatted(serial);
            case 3 -> "1RE-2026-%05d".formatted(serial);
            case 4 -> "%04d/2026/A".formatted(serial);
            case 5, 6 -> "%d".formatted(3_000 + serial);
            default -> "RE-2026-%05d".formatted(serial);
        };
    }

    private String reference() {
        int serial = random.nextInt(200);
        return switch (random.nextInt(6)) {
            case 0 -> number();
            case 1 -> "%08d".formatted(40_000_000 + serial);
            case 2, 3 -> iso11649("INV%04d".formatted(serial));
            default -> null;
        };
    }

    /** The reference with its check digits right. */
    static String iso11649(String body) {
        StringBuilder digits = new StringBuilder();
        (body + "RF00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int check = 98
                - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return "RF%02d%s".formatted(check, body);
    }

    private void payment(int id) {
        if (id > 0 && one(8)) {
            MatchPayment before = payments.get(random.nextInt(id));
            payments.add(new MatchPayment(
                    "P" + id,
                    before.on().plusDays(random.nextInt(40) - 20),
                    before.amount(),
                    before.reference(),
                    one(3) ? "Zahlung" : before.remittance(),
                    null,
                    before.payerName(),
                    before.payerAccount(),
                    Set.of()));
            return;
        }
        MatchItem item = items.get(random.nextInt(items.size()));
        MatchDebtor debtor =
                debtors.get(one(10) ? random.nextInt(DEBTORS) : item.debtor().charAt(5) - '0');
        long minor = item.open().isPositive() && !one(10) ? item.open().minor() : amount();
        Set<Long> declined = new HashSet<>();
        if (one(12)) {
            declined.add(item.id());
        }
        boolean owned = !debtor.ibans().isEmpty() && !one(6);
        payments.add(new MatchPayment(
                "P" + id,
                FIRST.plusDays(random.nextInt(50)),
                Money.of(minor, one(12) ? "CHF" : item.open().currencyCode()),
                item.reference() != null && one(2) ? spelt(item.reference()) : one(10) ? reference() : null,
                one(10) ? "Zahlung" : text(item),
                one(10) ? item.number() : one(3) ? "E2E" + random.nextInt(1_000_000) : null,
                one(4) ? null : debtor.name(),
                owned ? debtor.ibans().get(0) : one(2) ? null : account(random.nextInt(DEBTORS + 4)),
                declined));
    }

    private String text(MatchItem item) {
        String named = item.reference() != null && one(3) ? item.reference() : item.number();
        String before = one(3) ? "Rechnung " : one(6) ? "X" : "";
        String beside = one(2) ? BESIDE[random.nextInt(BESIDE.length)] : "";
        String other = one(12) ? " " + items.get(random.nextInt(items.size())).number() : "";
        return before + spelt(named) + (one(20) ? "7" : "") + beside + other;
    }

    private String spelt(String number) {
        return switch (random.nextInt(5)) {
            case 0 -> number.replace("-", " ");
            case 1 -> number.replaceAll("[-/]", "");
            case 2 -> number.toLowerCase(java.util.Locale.ROOT).replace('-', '/');
            case 3 -> number.replaceAll("^[A-Z]+-?", "");
            default -> number;
        };
    }

    Book book() {
        Book book = new Book();
        if (part) {
            book.isPartOf(new Whole(
                    5_000,
                    2_000,
                    Map.of(Whole.amount("EUR", 3_000), 17, Whole.amount("USD", 5), 2),
                    Map.of("AMANN", 40),
                    List.of("RE-2026-00417"),
                    Map.of("RE202600417", 1)));
        }
        debtors.forEach(book::add);
        items.forEach(book::add);
        return book;
    }
}
