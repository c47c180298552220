package io.recoup.dunning.desk;

import io.recoup.dunning.Correspondence.Delivery;
import io.recoup.dunning.LetterRefused;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.plan.Rests;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.store.WrittenStore;
import io.recoup.dunning.store.WrittenStore.Row;
import io.recoup.mail.TypedText;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells somebody who writes to a debtor what will become of the letter, before it is sent. */
@Component
class HandDelivery {

    private final WrittenStore letters;
    private final HandRights rights;
    private final Accounts accounts;

    HandDelivery(WrittenStore letters, HandRights rights, Accounts accounts) {
        this.letters = letters;
        this.rights = rights;
        this.accounts = accounts;
    }

    /** @param letter that is asked about; null = one that is yet to be written */
    Delivery of(Situation situation, Policy policy, LocalDate today, Row letter) {
        String to = situation.account().emails().stream().findFirst().orElse(null);
        Optional<Row> other = letters.underWay(situation.account().debtor())
                .filter(underWay -> letter == null || underWay.id() != letter.id());
        Optional<Departure> later = rights.departure(situation, policy, today);
        Optional<Reason> refusal = refusal(letter == null ? null : letter.words(), situation, policy, today)
                .or(() -> other.map(row -> Reason.of("letter.under-way", row.writtenBy())));
        return new Delivery(
                to,
                refusal.orElse(null),
                other.map(Row::id).orElse(null),
                later.map(Departure::why).orElse(null),
                later.map(Departure::on).orElse(null),
                situation.account().holds().stream()
                        .filter(hold -> hold.coversOn(today))
                        .map(Rests::reason)
                        .distinct()
                        .toList());
    }

    /** @throws LetterRefused if nobody can be reached, ever, or a pack forbids what the letter says */
    void refuse(TypedText words, Situation situation, Policy policy, LocalDate today) {
        refusal(words, situation, policy, today).ifPresent(reason -> {
            throw new LetterRefused(reason);
        });
    }

    private Optional<Reason> refusal(TypedText words, Situation situation, Policy policy, LocalDate today) {
        if (situation.account().emails().isEmpty()) {
            return Optional.of(Reason.of("rest.no-contact"));
        }
        return Optional.ofNullable(words)
                .flatMap(said -> forbidden(said, situation.account().who(), policy, today))
                .or(() -> rights.departure(situation, policy, today)
                        .filter(never -> never.at() == null)
                        .map(Departure::why));
    }

    private static Optional<Reason> forbidden(TypedText words, DebtorProfile who, Policy policy, LocalDate today) {
        return Composer.forbidden(words.subject(), words.text(), who, policy, today)
                .map(phrase -> Reason.of(
                        "letter.forbidden", phrase.pack(), phrase.value().foundIn(words.subject(), words.text())));
    }

    List<OpenItem> items(Collection<ItemId> ids) {
        return accounts.items(ids);
    }
}
