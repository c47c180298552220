package io.recoup.dunning.desk;

import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.Correspondence;
import io.recoup.dunning.LetterRefused;
import io.recoup.dunning.Policies;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.store.WrittenStore;
import io.recoup.dunning.store.WrittenStore.Row;
import io.recoup.mail.TypedText;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CorrespondenceDesk implements Correspondence {

    private static final Set<String> ENDED = Set.of("withdrawn", "rejected");

    private final WrittenStore letters;
    private final HandRights rights;
    private final HandDelivery deliveries;
    private final SituationReader situations;
    private final BlankLetters blanks;
    private final Policies policies;
    private final Ledger ledger;
    private final BusinessDay day;
    private final Clock clock;

    CorrespondenceDesk(
            WrittenStore letters,
            HandRights rights,
            HandDelivery deliveries,
            SituationReader situations,
            BlankLetters blanks,
            Policies policies,
            Ledger ledger,
            BusinessDay day,
            Clock clock) {
        this.letters = letters;
        this.rights = rights;
        this.deliveries = deliveries;
        this.situations = situations;
        this.blanks = blanks;
        this.policies = policies;
        this.ledger = ledger;
        this.day = day;
        this.clock = clock;
    }

    @Override
    public Blank blank(long debtor, String preset) {
        return blanks.of(new DebtorId(debtor), preset, policies.current());
    }

    @Override
    public Optional<Written> find(long letter) {
        return letters.find(letter).map(row -> {
            Policy policy = policies.current();
            Situation situation = situations.of(row.debtor(), letter);
            return new Written(
                    row.id(),
                    row.debtorId(),
                    row.state(),
                    row.language(),
                    row.subject(),
                    row.body(),
                    row.writtenBy(),
                    row.formKey(),
                    Seen.of(situation.account()).written(),
                    rights.changed(row, situation).orElse(null),
                    deliveries.of(situation, policy, day.today(policy.zone()), row));
        });
    }

    @Override
    @Transactional
    public long draft(Form form, String by) {
        Policy policy = policies.current();
        LocalDate today = day.today(policy.zone());
        DebtorId debtor = new DebtorId(form.debtor());
        ledger.lock(debtor);
        TypedText words = words(form);
        String seen = Seen.read(form.seen()).written();
        Optional<Row> known = letters.ofForm(form.key());
        if (known.isPresent() && known.get().words().equals(words)) {
            return known.get().id();
        }
        deliveries.refuse(words, situations.of(debtor, 0), policy, today);
        if (known.isEmpty()) {
            return letters.enter(new WrittenStore.Draft(
                    debtor,
                    form.key(),
                    words,
                    seen,
                    by,
                    today,
                    Reason.of("letter.written", by).stored(),
                    MessageIds.byHand(debtor, form.key(), today, policy),
                    policy.hash()));
        }
        if (!known.get().isDraft() || known.get().debtorId() != form.debtor()) {
            throw new LetterRefused(Reason.of("letter.used"));
        }
        letters.rewrite(known.get(), words, seen, by);
        return known.get().id();
    }

    private static TypedText words(Form form) {
        try {
            return new TypedText(form.language(), form.subject(), form.text());
        } catch (IllegalArgumentException unusable) {
            throw new LetterRefused(Reason.of("letter.words", TypedText.SUBJECT, TypedText.TEXT));
        }
    }

    @Override
    @Transactional
    public void send(long letter, String seen, String by) {
        Policy policy = policies.current();
        LocalDate today = day.today(policy.zone());
        ledger.lock(known(letter).debtor());
        Row row = known(letter);
        if (ENDED.contains(row.state())) {
            throw new LetterRefused(Reason.of("letter.used"));
        }
        if (!row.isDraft()) {
            return;
        }
        Situation situation = situations.of(row.debtor(), letter);
        deliveries.refuse(row.words(), situation, policy, today);
        Seen.read(seen).changed(situation.account(), deliveries::items).ifPresent(changed -> {
            throw new LetterRefused(changed);
        });
        letters.underWay(row.debtor()).ifPresent(other -> {
            throw new LetterRefused(Reason.of("letter.under-way", other.writtenBy()));
        });
        letters.sameOn(today, row).ifPresent(other -> {
            throw new LetterRefused(Reason.of("letter.same", other));
        });
        Optional<Departure> later = rights.departure(situation, policy, today);
        letters.release(
                row,
                Seen.of(situation.account()).written(),
                policy.hash(),
                later.map(wait -> Duration.between(clock.instant(), wait.at())).orElse(Duration.ZERO),
                later.map(wait -> wait.why().stored()).orElse(null),
                by);
    }

    @Override
    @Transactional
    public void withdraw(long letter, String by, String reason) {
        ledger.lock(known(letter).debtor());
        if (!letters.withdraw(letter, by, reason)) {
            throw new LetterRefused(Reason.of("letter.gone"));
        }
    }

    private Row known(long letter) {
        return letters.find(letter).orElseThrow(() -> new IllegalArgumentException("there is no letter " + letter));
    }
}
