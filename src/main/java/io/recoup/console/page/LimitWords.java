package io.recoup.console.page;

import io.recoup.calendar.ContactWindow;
import io.recoup.dunning.policy.Restrictions;
import java.util.ArrayList;
import java.util.List;

/** What the law and the company allow, in words, each with the pack that asks for it. */
final class LimitWords {

    private LimitWords() {}

    /** @param pack name of the pack, or {@code policy}; several with commas between */
    record Limit(Phrase what, String pack) {}

    static List<Limit> of(Restrictions allowed) {
        List<Limit> limits = new ArrayList<>();
        var all = allowed.limits();
        all.contactWindow().ifPresent(window -> limits.add(new Limit(hours(window.value()), window.pack())));
        allowed.caps()
                .forEach(cap -> limits.add(new Limit(
                        Phrase.of("limit.cap", cap.value().count(), cap.value().withinDays()), cap.pack())));
        all.minGapDays().ifPresent(gap -> limits.add(new Limit(Phrase.of("limit.gap", gap.value()), gap.pack())));
        all.minDaysBeforeFirst()
                .ifPresent(days -> limits.add(new Limit(Phrase.of("limit.first", days.value()), days.pack())));
        all.freeNotices().ifPresent(free -> limits.add(new Limit(Phrase.of("limit.free", free.value()), free.pack())));
        all.feeAfterDays()
                .ifPresent(days -> limits.add(new Limit(Phrase.of("limit.feeAfter", days.value()), days.pack())));
        all.minDaysBeforeReferral()
                .ifPresent(days -> limits.add(new Limit(Phrase.of("limit.referral", days.value()), days.pack())));
        return limits;
    }

    private static Phrase hours(ContactWindow window) {
        Object days = window.days().size() == 7
                ? Phrase.of("limit.everyDay")
                : List.copyOf(window.days().stream().sorted().toList());
        Object hours = window.from().equals(window.until())
                ? Phrase.of("limit.anyHour")
                : Phrase.of("limit.hours", window.from(), window.until());
        return Phrase.of(window.excludesHolidays() ? "limit.windowNoHolidays" : "limit.window", days, hours);
    }
}
