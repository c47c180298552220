package io.recoup.dunning.desk;

import io.recoup.dunning.Policies;
import io.recoup.dunning.pack.ForbiddenPhrase;
import io.recoup.dunning.pack.Sourced;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.policy.ByHand;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Wording;
import io.recoup.dunning.store.Claim;
import io.recoup.dunning.store.NoticeOutcomes;
import io.recoup.dunning.store.NoticeStore;
import io.recoup.mail.Attachment;
import io.recoup.mail.Envelope;
import io.recoup.mail.GateClosed;
import io.recoup.mail.GatedMessage;
import io.recoup.mail.Letter;
import io.recoup.mail.LetterContent;
import io.recoup.mail.LetterWriter;
import io.recoup.mail.Mailing;
import io.recoup.mail.SmtpConnections;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a claimed letter into words and an envelope whose gate looks at the ledger once more. */
@Component
class Composer {

    private final Policies policies;
    private final NoticeStore notices;
    private final NoticeOutcomes outcomes;
    private final RightToSend rights;
    private final Ledger ledger;
    private final LetterWriter writer;
    private final ChargeBook charges;
    private final SmtpConnections connections;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final DunningSettings settings;

    Composer(
            Policies policies,
            NoticeStore notices,
            NoticeOutcomes outcomes,
            RightToSend rights,
            Ledger ledger,
            LetterWriter writer,
            ChargeBook charges,
            SmtpConnections connections,
            Clock clock,
            TransactionTemplate transaction,
            DunningSettings settings) {
        this.policies = policies;
        this.notices = notices;
        this.outcomes = outcomes;
        this.rights = rights;
        this.ledger = ledger;
        this.writer = writer;
        this.charges = charges;
        this.connections = connections;
        this.clock = clock;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** Call it in a transaction. Empty when the letter ended here, or another worker has it. */
    Optional<GatedMessage> letter(Claim claim, Policy policy) {
        if (!notices.renew(claim.ticket(), settings.lease())) {
            return Optional.empty();
        }
        RightToSend.Verdict verdict = rights.of(claim, notices.parts(claim.id()), policy);
        if (!verdict.mayLeave()) {
            return ended(claim, "withdrawn", said(verdict));
        }
        notices.drop(claim.ticket(), verdict.refused());
        if (verdict.account().who().emails(verdict.level().wording().to()).isEmpty()) {
            return ended(claim, "rejected", "no usable e-mail address");
        }
        if (verdict.later() != null) {
            return kept(claim, verdict.later());
        }
        Optional<ContactHours.Closed> closed =
                ContactHours.closed(verdict.account().who(), policy, clock.instant());
        if (closed.isPresent()) {
            return later(claim, closed.get());
        }
        return Optional.of(sealed(claim, policy, verdict));
    }

    private static String said(RightToSend.Verdict verdict) {
        if (verdict.changed() != null) {
            return verdict.changed().stored();
        }
        return verdict.refused().values().stream()
                .distinct()
                .map(Reason::toString)
                .collect(Collectors.joining("; "));
    }

    private Optional<GatedMessage> kept(Claim claim, Departure later) {
        if (later.at() == null) {
            return ended(claim, "rejected", later.why().stored());
        }
        outcomes.keep(
                claim.ticket(),
                Duration.between(clock.instant(), later.at()),
                later.why().stored());
        return Optional.empty();
    }

    private Optional<GatedMessage> later(Claim claim, ContactHours.Closed closed) {
        if (closed.next().isEmpty()) {
            return ended(claim, "rejected", "the hours of pack " + closed.pack() + " never meet in the debtor's zones");
        }
        outcomes.retry(
                claim.ticket(),
                Duration.between(clock.instant(), closed.next().get()),
                "outside the hours of pack " + closed.pack() + " until "
                        + closed.next().get());
        return Optional.empty();
    }

    private Optional<GatedMessage> ended(Claim claim, String state, String why) {
        outcomes.end(claim.ticket(), state, why);
        return Optional.empty();
    }

    private GatedMessage sealed(Claim claim, Policy policy, RightToSend.Verdict verdict) {
        Wording wording = verdict.level().wording();
        Written written = written(verdict, claim.procedure(), policy);
        String to = verdict.account().who().emails(wording.to()).get(0);
        return Envelope.seal(
                connections.session(),
                claim.ticket(),
                new Mailing(
                        written.letter(),
                        policy.letterhead(),
                        to,
                        copies(verdict, to),
                        written.enclosed(),
                        claim.messageId(),
                        ByHand.is(claim.procedure())),
                clock.instant(),
                () -> takeTheRight(claim, to, written.letter(), verdict));
    }

    record Written(Letter letter, List<Attachment> enclosed) {}

    /**
     * The letter and what goes with it, as it would be now.
     *
     * @throws IllegalArgumentException if a file is missing or the letter says what a pack forbids
     */
    Written written(RightToSend.Verdict verdict, String procedure, Policy policy) {
        List<Attachment> enclosed = Enclosures.of(verdict, policy);
        LetterContent content = LetterContents.of(
                verdict,
                procedure,
                policy,
                enclosed.stream().map(Attachment::fileName).toList());
        Letter letter = writer.write(verdict.level().wording().text(), content, policy.letterhead());
        refusePhrases(letter, verdict, policy);
        return new Written(letter, enclosed);
    }

    private static List<String> copies(RightToSend.Verdict verdict, String to) {
        DebtorProfile who = verdict.account().who();
        Wording wording = verdict.level().wording();
        Set<String> copies = new LinkedHashSet<>();
        if (!wording.cc().isEmpty()) {
            copies.addAll(who.emails(wording.cc()));
        }
        if (wording.ccAgent() && who.agentEmail() != null) {
            copies.add(who.agentEmail());
        }
        copies.remove(to);
        return List.copyOf(copies);
    }

    private static void refusePhrases(Letter letter, RightToSend.Verdict verdict, Policy policy) {
        forbidden(letter.subject(), letter.text(), verdict.account().who(), policy, verdict.today())
                .ifPresent(phrase -> {
                    throw new IllegalArgumentException("pack " + phrase.pack() + " forbids " + phrase.value()
                            + " in a letter: change the template");
                });
    }

    /** The first phrase that no letter to that debtor may contain. */
    static Optional<Sourced<ForbiddenPhrase>> forbidden(
            String subject, String text, DebtorProfile who, Policy policy, LocalDate today) {
        return policy.restrictionsFor(who.country(), who.type(), today).limits().forbiddenIn(subject, text).stream()
                .findFirst();
    }

    /** Runs between the server's "go ahead" and the first byte; payments of this debtor wait for it, or it for them. */
    private void takeTheRight(Claim claim, String to, Letter letter, RightToSend.Verdict told) throws GateClosed {
        Policy policy = policies.current();
        String refusal = transaction.execute(status -> {
            ledger.lock(claim.debtor());
            RightToSend.Verdict now = rights.of(claim, notices.parts(claim.id()), policy);
            if (!now.mayLeave()
                    || !amounts(now).equals(amounts(told))
                    || !now.claims().equals(told.claims())
                    || now.later() != null) {
                return "the account changed while the letter was on its way";
            }
            if (!notices.goOnWire(
                    claim.ticket(), now.today(), settings.wireLease(), to, copies(now, to), letter, amounts(now))) {
                return "another worker has the letter";
            }
            charges.book(claim, now);
            return "";
        });
        if (!refusal.isEmpty()) {
            throw new GateClosed(refusal);
        }
    }

    private static Map<ItemId, Money> amounts(RightToSend.Verdict verdict) {
        Map<ItemId, Money> open = new LinkedHashMap<>();
        verdict.items().forEach(item -> open.put(item.id(), item.open()));
        return open;
    }
}
