package io.recoup.dunning.simulation;

import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.simulation.OwnBooks.Debtor;
import io.recoup.dunning.simulation.OwnBooks.Doc;
import io.recoup.dunning.simulation.OwnBooks.Held;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.ItemKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A year of random policies, debtors and events, with outages, silent sources and changes of policy, calendar and zone,
 * under the eyes of an {@link Audit}. The same seed gives the same year.
 */
public final class SimulatedYear {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private final Random random;
    private final OwnBooks own = new OwnBooks();
    private final List<Debtor> debtors = new ArrayList<>();
    private final List<Event> today = new ArrayList<>();
    private int numbers;
    private boolean bankSilent;
    private String erpSilent = "";

    /** What a year had. */
    public record Figures(long debtorDays, long events, long decisions, long letters, long referrals) {

        public static final Figures NONE = new Figures(0, 0, 0, 0, 0);

        public Figures plus(Figures other) {
            return new Figures(
                    debtorDays + other.debtorDays,
                    events + other.events,
                    decisions + other.decisions,
                    letters + other.letters,
                    referrals + other.referrals);
        }
    }

    private SimulatedYear(long seed, int howMany) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        for (int i = 1; i <= howMany; i++) {
            List<String> tags = new ArrayList<>();
            if (chance(300)) {
                tags.add("red");
            }
            if (chance(300)) {
                tags.add("blue");
            }
            Debtor debtor = new Debtor("C-" + i, tags);
            debtors.add(debtor);
            own.debtors.put(debtor.id, debtor);
        }
    }

    /** @throws AssertionError naming the seed, the day, the debtor and what was wrong */
    public static Figures play(long seed, int debtors) {
        try {
            return new SimulatedYear(seed, debtors).play();
        } catch (AssertionError | RuntimeException violation) {
            throw new AssertionError("seed " + seed + ": " + violation, violation);
        }
    }

    private Figures play() {
        RandomPolicies policies = new RandomPolicies(random, START);
        Policy policy = policies.next();
        boolean fresh = chance(500);
        Audit audit = new Audit(own, policy, !fresh);
        Simulation simulation = new Simulation(policy, fresh, action -> {}, null, (event, why) -> {
            throw new AssertionError("refused: " + event + " " + why);
        });
        simulation.tellEachPlanTo(audit);
        long events = 0;
        LocalDate runsAgain = START;
        List<Event> waiting = new ArrayList<>();
        for (LocalDate day = START; day.isBefore(START.plusYears(1)); day = day.plusDays(1)) {
            happen(day);
            waiting.addAll(today);
            events += today.size();
            today.clear();
            if (chance(8) && !runsAgain.isAfter(day)) {
                runsAgain = day.plusDays(1 + random.nextInt(60));
            }
            if (day.isBefore(runsAgain)) {
                continue;
            }
            if (chance(4)) {
                Policy other = policies.next();
                simulation.goOnUnder(other);
                audit.goOnUnder(other);
            }
            List<Debtor> failing = failing(waiting, day);
            simulation.play(waiting, day);
            for (Debtor debtor : failing) {
                boolean forGood = waiting.contains(new Event.DeliveryFailed(day, debtor.id, true));
                own.takeBack(debtor, forGood);
                audit.forget(debtor);
            }
            waiting.clear();
            if (chance(20)) {
                simulation.play(List.of(), day); // the timer fires twice, or the zone moved west
            }
        }
        return new Figures(365L * debtors.size(), events, audit.decisions, audit.letters, audit.referrals);
    }

    /** Letters of the days before that turn out not to have arrived; told in the evening, after the run. */
    private List<Debtor> failing(List<Event> waiting, LocalDate day) {
        List<Debtor> failing = new ArrayList<>();
        for (Debtor debtor : debtors) {
            LocalDate last = debtor.lastContact();
            if (last != null && (last.plusDays(2).isAfter(day) ? chance(80) : chance(1))) {
                waiting.add(new Event.DeliveryFailed(day, debtor.id, chance(50)));
                failing.add(debtor);
            }
        }
        return failing;
    }

    private void happen(LocalDate day) {
        if (chance(10)) {
            bankSilent = !bankSilent;
        }
        if (chance(10)) {
            erpSilent = erpSilent.isEmpty() ? chance(500) ? "erp" : "shop" : "";
        }
        for (Debtor debtor : debtors) {
            int what = random.nextInt(1000);
            if (what < 40) {
                invoice(debtor, day);
            } else if (what < 75) {
                pay(debtor, day);
            } else if (what < 80) {
                receipt(debtor, day, 1 + random.nextInt(20_000), List.of());
            } else if (what < 90) {
                creditNote(debtor, day);
            } else if (what < 100) {
                hold(debtor, day);
            } else if (what < 115) {
                release(debtor, day);
            } else if (what < 120) {
                reverse(debtor, day);
            } else if (what < 123) {
                cancel(debtor, day);
            } else if (what < 127) {
                restate(debtor, day);
            }
        }
        if (chance(150)) {
            today.add(new Event.Approve(day, null, null));
        }
    }

    private void invoice(Debtor debtor, LocalDate day) {
        String source = chance(500) ? "erp" : "shop";
        if (source.equals(erpSilent)) {
            return;
        }
        String number = "F-" + ++numbers;
        String currency = chance(800) ? "EUR" : "USD";
        LocalDate issuedOn = day.minusDays(chance(200) ? random.nextInt(60) : 0);
        int parts = chance(200) ? 2 + random.nextInt(2) : 0;
        LocalDate dueOn = issuedOn.plusDays(random.nextInt(60));
        for (int part = parts == 0 ? 0 : 1; part <= parts; part++) {
            long total = 100L + random.nextInt(30_000);
            String kind = part > 0 ? "instalment" : chance(50) ? "debit_note" : "invoice";
            Doc doc = own.enter(debtor, number, part, kind, source, currency, total);
            doc.issuedOn = issuedOn;
            doc.dueOn = dueOn;
            state(debtor, doc, day);
            dueOn = dueOn.plusDays(random.nextInt(40));
        }
        debtor.reachable = true;
    }

    private void state(Debtor debtor, Doc doc, LocalDate day) {
        today.add(new Event.Invoice(
                day,
                who(debtor),
                doc.source,
                ItemKind.of(doc.kind),
                doc.number,
                doc.part,
                doc.issuedOn,
                doc.dueOn,
                Money.of(doc.original, doc.currency),
                null,
                null));
        own.erps.put(doc.source, day);
    }

    /** The source says that there is more time to pay. */
    private void restate(Debtor debtor, LocalDate day) {
        Doc doc = any(debtor.open());
        if (doc != null && doc.isClaim() && doc.part == 0 && !doc.source.equals(erpSilent)) {
            doc.dueOn = doc.dueOn.plusDays(random.nextInt(30));
            state(debtor, doc, day);
            debtor.reachable = true;
        }
    }

    private void pay(Debtor debtor, LocalDate day) {
        List<Doc> open = debtor.open().stream()
                .filter(doc -> !doc.kind.equals("credit_note"))
                .toList();
        Doc first = any(open);
        if (first == null) {
            return;
        }
        List<Doc> items = new ArrayList<>();
        for (Doc doc : debtor.docs) {
            boolean together = doc.number.equals(first.number);
            if (together) {
                items.add(doc);
            }
        }
        Doc more = any(open);
        if (chance(300) && !more.number.equals(first.number) && more.currency.equals(first.currency)) {
            debtor.docs.stream().filter(doc -> doc.number.equals(more.number)).forEach(items::add);
        }
        long owed = items.stream().mapToLong(doc -> doc.open).sum();
        long amount = chance(600) ? owed : 1 + random.nextInt((int) Math.max(1, owed * 5 / 4));
        receipt(debtor, day, Math.max(1, amount), items);
    }

    private void receipt(Debtor debtor, LocalDate day, long amount, List<Doc> items) {
        if (bankSilent || debtor.docs.isEmpty()) {
            return;
        }
        String id = "R-" + ++numbers;
        String currency = items.isEmpty() ? "EUR" : items.get(0).currency;
        List<String> named = items.stream().map(doc -> doc.number).distinct().toList();
        today.add(new Event.Receipt(day, id, debtor.id, Money.of(amount, currency), named));
        own.pay(debtor, id, currency, amount, items);
        own.bank = day;
    }

    private void reverse(Debtor debtor, LocalDate day) {
        String receipt = any(List.copyOf(debtor.receipts.keySet()));
        if (receipt != null && !bankSilent) {
            today.add(new Event.Reversal(day, receipt));
            own.reverse(debtor, receipt, day);
            own.bank = day;
        }
    }

    private void creditNote(Debtor debtor, LocalDate day) {
        Doc of = any(debtor.open().stream().filter(Doc::isClaim).toList());
        if (of == null || of.source.equals(erpSilent)) {
            return;
        }
        String number = "G-" + ++numbers;
        long amount = 1 + random.nextInt((int) of.original);
        boolean free = chance(300);
        List<Doc> items = free
                ? List.of()
                : debtor.docs.stream()
                        .filter(doc -> doc.number.equals(of.number))
                        .toList();
        today.add(new Event.CreditNote(
                day, who(debtor), of.source, number, day, Money.of(amount, of.currency), free ? null : of.number));
        own.erps.put(of.source, day);
        debtor.reachable = true;
        long left = own.credit(items, amount);
        if (left > 0) {
            Doc note = own.enter(debtor, number, 0, "credit_note", of.source, of.currency, amount);
            note.open = left;
            note.issuedOn = day;
            note.dueOn = day;
        }
    }

    private void hold(Debtor debtor, LocalDate day) {
        Doc doc = any(debtor.open());
        if (doc == null) {
            return;
        }
        boolean whole = chance(200);
        LocalDate until = chance(500) ? day.plusDays(random.nextInt(30)) : null;
        String kind = List.of("dispute", "promise", "pause", "direct_debit").get(random.nextInt(4));
        today.add(new Event.Hold(day, null, debtor.id, whole ? List.of() : List.of(doc.number), kind, until, null));
        if (whole) {
            debtor.holds.add(new Held(null, until));
        } else {
            debtor.docs.stream()
                    .filter(part -> part.number.equals(doc.number))
                    .forEach(part -> debtor.holds.add(new Held(part, until)));
        }
    }

    private void release(Debtor debtor, LocalDate day) {
        Held held = any(debtor.holds);
        if (held == null) {
            return;
        }
        if (held.doc() == null) {
            today.add(new Event.Release(day, null, debtor.id, List.of(), null));
            debtor.holds.clear();
        } else {
            today.add(new Event.Release(day, null, debtor.id, List.of(held.doc().number), null));
            debtor.holds.removeIf(
                    other -> other.doc() != null && other.doc().number.equals(held.doc().number));
        }
    }

    private void cancel(Debtor debtor, LocalDate day) {
        Doc doc = any(debtor.open());
        if (doc != null) {
            today.add(new Event.Cancel(day, List.of(doc.number)));
            own.cancel(debtor.docs.stream()
                    .filter(part -> part.number.equals(doc.number))
                    .toList());
        }
    }

    private static DebtorProfile who(Debtor debtor) {
        return new DebtorProfile(
                new DebtorId(0),
                "erp",
                debtor.id,
                debtor.id,
                null,
                null,
                null,
                null,
                null,
                debtor.tags,
                null,
                null,
                null,
                List.of(new DebtorProfile.Contact("billing", "a@b.example")));
    }

    private <T> T any(List<T> some) {
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    private boolean chance(int perThousand) {
        return random.nextInt(1000) < perThousand;
    }
}
