package io.recoup.dunning.simulation;

import io.recoup.calendar.BusinessCalendar;
import io.recoup.calendar.SendDays;
import io.recoup.dunning.Debts;
import io.recoup.dunning.pack.ContactCap;
import io.recoup.dunning.pack.FixedSum;
import io.recoup.dunning.pack.Limit;
import io.recoup.dunning.pack.Limits;
import io.recoup.dunning.pack.Packs;
import io.recoup.dunning.policy.Action;
import io.recoup.dunning.policy.Charges;
import io.recoup.dunning.policy.Creditor;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.ReferralRule;
import io.recoup.dunning.policy.Reopening;
import io.recoup.dunning.policy.Segment;
import io.recoup.dunning.policy.Trigger;
import io.recoup.dunning.policy.Wording;
import io.recoup.money.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Policies with everything that a file can state, at random. */
final class RandomPolicies {

    private static final List<String> ZONES = List.of("Europe/Madrid", "America/Santiago", "Pacific/Auckland", "UTC");
    private static final List<List<String>> SEND_DAYS =
            List.of(List.of("20", "last"), List.of("1"), List.of("31"), List.of("5", "15", "25"));

    private final Random random;
    private final LocalDate start;

    RandomPolicies(Random random, LocalDate start) {
        this.random = random;
        this.start = start;
    }

    Policy next() {
        List<Segment> segments = List.of(tagged("red"), tagged("blue"), aged());
        List<Procedure> procedures = new ArrayList<>();
        if (chance(30)) {
            procedures.add(procedure("red ones", "red"));
            if (chance(50)) {
                procedures.add(procedure("blue ones", "blue"));
            }
        }
        procedures.add(procedure("standard", null));
        return new Policy(
                Path.of("policy.yaml"),
                "0".repeat(64),
                creditor(),
                segments,
                procedures,
                chance(40) ? actions() : List.of(),
                Packs.NONE,
                limits(),
                List.of());
    }

    private Creditor creditor() {
        Creditor usual = Debts.CREDITOR;
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = random.nextInt(15); i > 0; i--) {
            holidays.add(start.plusDays(random.nextInt(365)));
        }
        BusinessCalendar calendar = chance(50)
                ? usual.calendar()
                : new BusinessCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), holidays::contains);
        return new Creditor(
                "default",
                usual.letterhead(),
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                30,
                new Creditor.Start(
                        chance(15) ? start.plusDays(random.nextInt(120)) : null,
                        chance(25) ? start.plusDays(random.nextInt(120)) : null),
                calendar,
                chance(30) ? Map.of("EUR", Money.of(random.nextInt(3000), "EUR")) : Map.of(),
                chance(50) ? Creditor.Netting.ITEMS : Creditor.Netting.TOTAL,
                chance(50)
                        ? Creditor.FreshnessLimits.OFF
                        : new Creditor.FreshnessLimits(random.nextInt(5) - 1, random.nextInt(5) - 1),
                Creditor.Fuse.OFF,
                null,
                "");
    }

    private Procedure procedure(String name, String segment) {
        while (true) {
            try {
                List<Level> levels = levels();
                String backTo = levels.isEmpty() || chance(70)
                        ? null
                        : levels.get(random.nextInt(levels.size())).name();
                return new Procedure(
                        name,
                        1 + random.nextInt(4),
                        levels,
                        chance(60) ? new ReferralRule(random.nextInt(20), chance(70) ? 0 : 60, null) : null,
                        new Reopening(1 + random.nextInt(20), backTo),
                        segment,
                        List.of());
            } catch (IllegalArgumentException outOfOrder) {
                continue; // another one
            }
        }
    }

    private List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        int days = random.nextInt(30) - 15;
        for (int i = random.nextInt(6); i > 0; i--) {
            Trigger trigger =
                    switch (random.nextInt(10)) {
                        case 0 -> new Trigger.FromIssue(random.nextInt(3) * random.nextInt(30));
                        case 1 -> new Trigger.AfterPrevious(1 + random.nextInt(20));
                        case 2 -> new Trigger.OnSendDays(SendDays.parse(SEND_DAYS.get(random.nextInt(4))));
                        default -> new Trigger.FromDue(days += 1 + random.nextInt(15));
                    };
            boolean last = i == 1;
            int every = last && chance(40) ? 1 + random.nextInt(30) : 0;
            levels.add(new Level(
                    "level " + (trigger instanceof Trigger.FromDue due ? "due " + due.days() : trigger.toString()),
                    trigger,
                    Wording.of("t"),
                    7,
                    every,
                    every == 0 ? 1 : random.nextInt(4),
                    chance(20),
                    chance(15) ? Map.of("EUR", Money.of(random.nextInt(20_000), "EUR")) : Map.of(),
                    charges(),
                    chance(10)));
        }
        return levels;
    }

    private Charges charges() {
        if (chance(50)) {
            return Charges.NONE;
        }
        return new Charges(
                chance(50) ? Map.of("EUR", Money.of(random.nextInt(1000), "EUR")) : Map.of(),
                chance(30) ? BigDecimal.valueOf(random.nextInt(500), 2) : null,
                false,
                chance(30),
                chance(50) ? BigDecimal.valueOf(random.nextInt(2000), 2) : null,
                false);
    }

    private Limits limits() {
        Limits limits = Limits.NONE;
        limits = chance(25) ? limits.and(Limit.MIN_GAP_DAYS, random.nextInt(10), "law") : limits;
        limits = chance(25)
                ? limits.and(Limit.MAX_CONTACTS, new ContactCap(1 + random.nextInt(3), 1 + random.nextInt(30)), "law")
                : limits;
        limits = chance(25) ? limits.and(Limit.MIN_DAYS_BEFORE_FIRST, random.nextInt(20), "law") : limits;
        limits = chance(25) ? limits.and(Limit.FREE_NOTICES, random.nextInt(3), "law") : limits;
        limits = chance(25) ? limits.and(Limit.FEE_AFTER_DAYS, random.nextInt(40), "law") : limits;
        limits = chance(25) ? limits.and(Limit.MAX_FEE, Money.of(random.nextInt(1500), "EUR"), "law") : limits;
        limits = chance(25) ? limits.and(Limit.MIN_DAYS_BEFORE_REFERRAL, random.nextInt(90), "law") : limits;
        return chance(50)
                ? limits.and(
                        Limit.FIXED_SUM,
                        new FixedSum(false, List.of(new FixedSum.Tier(null, Money.of(4000, "EUR")))),
                        "law")
                : limits;
    }

    private List<Action> actions() {
        SendDays days = SendDays.parse(SEND_DAYS.get(random.nextInt(4)));
        Wording wording = Wording.of("t");
        LocalDate once = start.plusDays(random.nextInt(365));
        return List.of(
                new Action("statement", Action.Type.DEBT_NOTICE, segment(), days, null, true, wording, null),
                new Action("news", Action.Type.MESSAGE, segment(), null, once, chance(50), wording, null),
                new Action(
                        "call",
                        Action.Type.TASK,
                        segment(),
                        days,
                        null,
                        chance(50),
                        null,
                        new Action.Task("call", 2, LocalTime.NOON)));
    }

    private String segment() {
        return chance(40) ? null : List.of("red", "blue", "aged").get(random.nextInt(3));
    }

    private static Segment tagged(String tag) {
        Segment all = Segment.all(tag);
        return new Segment(
                tag,
                all.debtors(),
                all.types(),
                all.categories(),
                Set.of(tag),
                all.countries(),
                all.languages(),
                all.currencies(),
                all.agents(),
                "",
                false,
                Map.of(),
                Segment.Span.ANY,
                Segment.Span.ANY,
                false,
                0);
    }

    private static Segment aged() {
        Segment all = Segment.all("aged");
        return new Segment(
                "aged",
                all.debtors(),
                all.types(),
                all.categories(),
                all.tags(),
                all.countries(),
                all.languages(),
                all.currencies(),
                all.agents(),
                "",
                false,
                Map.of(),
                new Segment.Span(30, null),
                Segment.Span.ANY,
                false,
                0);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
