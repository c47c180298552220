package io.recoup.dunning.desk;

import io.recoup.dunning.Policies;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.store.Claim;
import io.recoup.dunning.store.NoticeOutcomes;
import io.recoup.dunning.store.NoticeStore;
import io.recoup.mail.Envelope;
import io.recoup.mail.GateClosed;
import io.recoup.mail.GatedMessage;
import io.recoup.mail.Letter;
import io.recoup.mail.LetterContent;
import io.recoup.mail.LetterWriter;
import io.recoup.mail.SmtpConnections;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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
        if (verdict.items().isEmpty()) {
            return ended(
                    claim,
                    "withdrawn",
                    String.join(
                            "; ", verdict.refused().values().stream().distinct().toList()));
        }
        notices.drop(claim.ticket(), verdict.refused());
        if (verdict.account().emails().isEmpty()) {
            return ended(claim, "rejected", "no usable e-mail address");
        }
        Optional<Level> level = policy.procedure(claim.procedure()).flatMap(known -> known.levels().stream()
                .filter(candidate -> candidate.name().equals(claim.level()))
                .findFirst());
        return level.isPresent()
                ? Optional.of(sealed(claim, policy, level.get(), verdict))
                : ended(claim, "withdrawn", "the level is no longer in the policy");
    }

    private Optional<GatedMessage> ended(Claim claim, String state, String why) {
        outcomes.end(claim.ticket(), state, why);
        return Optional.empty();
    }

    private GatedMessage sealed(Claim claim, Policy policy, Level level, RightToSend.Verdict verdict) {
        Letter letter = writer.write(level.template(), content(verdict, level), policy.letterhead());
        String to = verdict.account().emails().get(0);
        Map<ItemId, Money> told = amounts(verdict);
        return Envelope.seal(
                connections.session(),
                claim.ticket(),
                letter,
                policy.letterhead(),
                to,
                claim.messageId(),
                clock.instant(),
                () -> takeTheRight(claim, to, letter, told));
    }

    /** Runs between the server's "go ahead" and the first byte; payments of this debtor wait for it, or it for them. */
    private void takeTheRight(Claim claim, String to, Letter letter, Map<ItemId, Money> told) throws GateClosed {
        Policy policy = policies.current();
        String refusal = transaction.execute(status -> {
            ledger.lock(claim.debtor());
            RightToSend.Verdict now = rights.of(claim, notices.parts(claim.id()), policy);
            if (!amounts(now).equals(told)) {
                return "the account changed while the letter was on its way";
            }
            return notices.goOnWire(claim.ticket(), now.today(), settings.wireLease(), to, letter, told)
                    ? ""
                    : "another worker has the letter";
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

    private static LetterContent content(RightToSend.Verdict verdict, Level level) {
        DebtorAccount account = verdict.account();
        Map<String, Money> credits = new TreeMap<>();
        Stream.concat(
                        account.unapplied().stream(),
                        account.openItems().stream()
                                .filter(item -> item.kind() == ItemKind.CREDIT_NOTE)
                                .map(OpenItem::open))
                .filter(Money::isPositive)
                .forEach(credit -> credits.merge(credit.currencyCode(), credit, Money::plus));
        return new LetterContent(
                account.name(),
                account.language(),
                account.country(),
                verdict.today(),
                verdict.today().plusDays(level.replyWithinDays()),
                verdict.items().stream()
                        .map(item -> new LetterContent.Item(item.number(), item.issuedOn(), item.dueOn(), item.open()))
                        .toList(),
                List.copyOf(credits.values()));
    }
}
