package io.recoup.reconciliation.generator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides what the payments of one unit pay, and has the documents issued that they need. */
final class Plan {

    private final Streams streams;
    private final Rates rates;
    private final Horizon horizon;
    private final Unit unit;
    private final Deeds deeds;
    private final PartDeeds parts;
    private final HardDeeds hard;
    private final List<Draft> drafts = new ArrayList<>();

    Plan(Streams streams, Rates rates, Horizon horizon, Unit unit, Deeds deeds, PartDeeds parts, HardDeeds hard) {
        this.streams = streams;
        this.rates = rates;
        this.horizon = horizon;
        this.unit = unit;
        this.deeds = deeds;
        this.parts = parts;
        this.hard = hard;
    }

    /** As many payments as the unit makes, in the order of their booking. */
    List<Draft> drafts() {
        int slot = 0;
        while (slot < unit.credits()) {
            List<Draft> made = made(slot, unit.credits() - slot);
            drafts.addAll(made);
            slot += made.size();
        }
        drafts.sort(Comparator.comparing((Draft draft) -> draft.on).thenComparing(draft -> draft.key));
        return drafts;
    }

    /** @param room how many payments there may be at most */
    private List<Draft> made(int slot, int room) {
        Dice dice = streams.of(Layer.BEHAVIOUR, unit.key(slot));
        Debtor debtor = dice.of(unit.debtors());
        Slot at = new Slot(slot, debtor, day(slot), dice);
        return switch (deed(dice)) {
            case BUNDLE -> List.of(deeds.bundle(at));
            case DISCOUNT -> List.of(deeds.discount(at));
            case LATE_DISCOUNT -> List.of(deeds.lateDiscount(at));
            case PARTIAL -> List.of(parts.partial(at));
            case SPLIT -> parts.split(at, room);
            case INSTALMENT -> parts.instalments(at, room);
            case NETTED -> List.of(deeds.netted(at));
            case DEDUCTION -> List.of(parts.deduction(at));
            case OVERPAID -> List.of(parts.overpaid(at));
            case ON_ACCOUNT -> List.of(parts.onAccount(at));
            case DUNNING_FEE -> List.of(deeds.dunningFee(at));
            case REMINDED -> List.of(deeds.reminded(at));
            case TWINS -> deeds.twins(at, room);
            case OLDEST_FIRST -> List.of(parts.oldestFirst(at));
            case STANDING_ORDER -> List.of(deeds.standingOrder(at));
            case DOUBLE -> List.of(hard.again(at, drafts));
            case SETTLED_BEFORE -> List.of(hard.settledBefore(at));
            case PREPAID -> List.of(hard.prepaid(at));
            case MISDIRECTED -> List.of(hard.misdirected(at));
            default -> List.of(deeds.single(at));
        };
    }

    private Deed deed(Dice dice) {
        Deed drawn = rates.deeds().drawn(dice);
        if (drawn.isHardNegative()) {
            return drawn;
        }
        return switch (unit.habit()) {
            case OLDEST_FIRST -> Deed.OLDEST_FIRST;
            case STANDING_ORDER -> Deed.STANDING_ORDER;
            case PAY_RUN -> drawn == Deed.SINGLE && dice.chance(0.85) ? Deed.BUNDLE : drawn;
            case SINGLES -> drawn;
        };
    }

    private LocalDate day(int slot) {
        Dice dice = streams.of(Layer.CALENDAR, unit.key(slot));
        LocalDate day = horizon.from().plusDays(dice.below(Horizon.PAYMENTS));
        return switch (unit.habit()) {
            case PAY_RUN -> horizon.booking(day.with(DayOfWeek.of(1 + unit.index() % 5)));
            case STANDING_ORDER ->
                horizon.booking(horizon.until().minusMonths(5 - slot % 6).withDayOfMonth(1 + unit.index() % 5));
            default -> horizon.booking(day);
        };
    }
}
