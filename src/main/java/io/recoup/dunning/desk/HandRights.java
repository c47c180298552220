package io.recoup.dunning.desk;

import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.ByHand;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.store.WrittenStore;
import io.recoup.dunning.store.WrittenStore.Row;
import io.recoup.receivables.Accounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a letter that a person wrote may leave: while what he saw still holds, and when the law allows. */
@Component
class HandRights {

    private final WrittenStore letters;
    private final SituationReader situations;
    private final Accounts accounts;
    private final BusinessDay day;
    private final Clock clock;

    HandRights(WrittenStore letters, SituationReader situations, Accounts accounts, BusinessDay day, Clock clock) {
        this.letters = letters;
        this.situations = situations;
        this.accounts = accounts;
        this.day = day;
        this.clock = clock;
    }

    RightToSend.Verdict of(long letter, Policy policy) {
        Row row = letters.find(letter).orElseThrow(() -> new IllegalArgumentException("there is no letter " + letter));
        LocalDate today = day.today(policy.zone());
        Situation situation = situations.of(row.debtor(), letter);
        Optional<Reason> changed = changed(row, situation);
        return new RightToSend.Verdict(
                situation.account(),
                today,
                ByHand.level(row.words()),
                List.of(),
                Map.of(),
                List.of(),
                row.isDraft() || changed.isEmpty(),
                changed.orElse(null),
                departure(situation, policy, today).orElse(null));
    }

    /** What has changed since its writer, or whoever sent it, looked at the account. */
    Optional<Reason> changed(Row letter, Situation now) {
        return Seen.read(letter.seen()).changed(now.account(), accounts::items);
    }

    Optional<Departure> departure(Situation situation, Policy policy, LocalDate today) {
        return Departure.of(situation.account().who(), situation.history(), policy, today, clock.instant());
    }
}
