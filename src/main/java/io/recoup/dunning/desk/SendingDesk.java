package io.recoup.dunning.desk;

import io.recoup.dunning.Level;
import io.recoup.dunning.Policies;
import io.recoup.dunning.Policy;
import io.recoup.dunning.store.NoticeStore;
import io.recoup.dunning.store.NoticeStore.Claim;
import io.recoup.dunning.store.NoticeStore.Part;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.Envelope;
import io.recoup.mail.GateClosed;
import io.recoup.mail.GatedMessage;
import io.recoup.mail.GatedMessage.Ticket;
import io.recoup.mail.Letter;
import io.recoup.mail.LetterContent;
import io.recoup.mail.LetterWriter;
import io.recoup.mail.SmtpConnections;
import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings planned letters to the mail server, each at most once: the intent is committed first, the letter is composed
 * from the ledger of the moment, and the right to send is taken when the server waits for the text.
 */
@Service
public class SendingDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SendingDesk.class);

    /** Held back that often in a row, a letter waits like any other failure. */
    private static final int PATIENCE = 3;

    private final Policies policies;
    private final NoticeStore notices;
    private final RightToSend rights;
    private final Accounts accounts;
    private final Ledger ledger;
    private final LetterWriter writer;
    private final SmtpConnections connections;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final DunningSettings settings;

    public SendingDesk(
            Policies policies,
            NoticeStore notices,
            RightToSend rights,
            Accounts accounts,
            Ledger ledger,
            LetterWriter writer,
            SmtpConnections connections,
            Clock clock,
            TransactionTemplate transaction,
            DunningSettings settings) {
        this.policies = policies;
        this.notices = notices;
        this.rights = rights;
        this.accounts = accounts;
        this.ledger = ledger;
        this.writer = writer;
        this.connections = connections;
        this.clock = clock;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** The next letters to send, claimed and committed; empty when nothing is due. */
    public List<Claim> claim() {
        return transaction.execute(status -> {
            notices.giveUpVanished();
            return notices.claim(settings.claimSize(), settings.lease());
        });
    }

    /** The letter as the ledger stands now; empty when it is withdrawn, must wait, or another worker has it. */
    public Optional<GatedMessage> compose(Claim claim) {
        try {
            return transaction.execute(status -> letter(claim));
        } catch (BrokenFile | IllegalArgumentException unwritable) {
            LOG.error("notice {} cannot be written: {}", claim.id(), unwritable.getMessage());
            retry(
                    claim.ticket(),
                    settings.delayAfter(claim.attempt()),
                    "cannot be written: " + unwritable.getMessage());
            return Optional.empty();
        }
    }

    public void accepted(GatedMessage message) {
        transaction.executeWithoutResult(status -> notices.sent(message.ticket(), message.receipt()));
    }

    /** Sorts out what a failed attempt means; a letter that may have left is never sent again by itself. */
    public void failed(GatedMessage message, Exception failure) {
        Ticket ticket = message.ticket();
        if (message.receipt() != null) {
            LOG.error("notice {} was taken by the mail server, which could not be noted", ticket.id(), failure);
            accepted(message);
            return;
        }
        SendFailure what = SendFailure.of(failure, message);
        LOG.warn("notice {} attempt {}: {} ({})", ticket.id(), ticket.attempt(), what.verdict(), what.reply());
        switch (what.verdict()) {
            case LATER -> later(ticket, what.reply());
            case HELD_BACK ->
                retry(
                        ticket,
                        ticket.attempt() <= PATIENCE ? Duration.ZERO : settings.delayAfter(ticket.attempt() - PATIENCE),
                        what.reply());
            case ADDRESS_REFUSED -> nextAddress(ticket, what);
            case REFUSED -> end(ticket, "rejected", what.reply());
            case UNKNOWN -> transaction.executeWithoutResult(status -> notices.unknown(ticket, what.reply()));
        }
    }

    private Optional<GatedMessage> letter(Claim claim) {
        if (!notices.renew(claim.ticket(), settings.lease())) {
            return Optional.empty();
        }
        Policy policy = policies.current();
        RightToSend.Verdict verdict = rights.of(claim, notices.parts(claim.id()), policy);
        if (verdict.items().isEmpty()) {
            notices.end(
                    claim.ticket(),
                    "withdrawn",
                    String.join(
                            "; ", verdict.refused().values().stream().distinct().toList()));
            return Optional.empty();
        }
        notices.drop(claim.ticket(), verdict.refused());
        DebtorAccount account = verdict.account();
        if (account.emails().isEmpty()) {
            notices.end(claim.ticket(), "rejected", "no usable e-mail address");
            return Optional.empty();
        }
        Optional<Level> level = policy.procedure(claim.procedure()).flatMap(known -> known.levels().stream()
                .filter(candidate -> candidate.name().equals(claim.level()))
                .findFirst());
        if (level.isEmpty()) {
            notices.end(claim.ticket(), "withdrawn", "the level is no longer in the policy");
            return Optional.empty();
        }
        Letter letter = writer.write(level.get().template(), content(verdict, level.get()), policy.letterhead());
        String to = account.emails().get(0);
        Map<ItemId, Money> told = new LinkedHashMap<>();
        verdict.items().forEach(item -> told.put(item.id(), item.open()));
        return Optional.of(Envelope.seal(
                connections.session(),
                claim.ticket(),
                letter,
                policy.letterhead(),
                to,
                claim.messageId(),
                clock.instant(),
                () -> takeTheRight(claim, to, letter, told)));
    }

    /** Runs between the server's "go ahead" and the first byte; payments of this debtor wait for it, or it for them. */
    private void takeTheRight(Claim claim, String to, Letter letter, Map<ItemId, Money> told) throws GateClosed {
        String refusal = transaction.execute(status -> {
            ledger.lock(claim.debtor());
            List<Part> parts = notices.parts(claim.id());
            RightToSend.Verdict now = rights.of(claim, parts, policies.current());
            Map<ItemId, Money> open = new LinkedHashMap<>();
            now.items().forEach(item -> open.put(item.id(), item.open()));
            if (!open.equals(told)) {
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

    private static LetterContent content(RightToSend.Verdict verdict, Level level) {
        DebtorAccount account = verdict.account();
        Map<String, Money> credits = new java.util.TreeMap<>();
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

    private void nextAddress(Ticket ticket, SendFailure what) {
        transaction.executeWithoutResult(status -> {
            DebtorId debtor = notices.debtorOf(ticket.id());
            notices.condemn(debtor, what.address(), "refused by the mail server: " + what.reply());
            if (accounts.account(debtor).emails().isEmpty()) {
                notices.end(ticket, "rejected", "no usable e-mail address left: " + what.reply());
            } else {
                notices.retry(ticket, Duration.ZERO, "address refused, the next contact follows: " + what.reply());
            }
        });
    }

    private void later(Ticket ticket, String reply) {
        Duration age = notices.age(ticket);
        if (age.compareTo(settings.giveUpAfter()) > 0) {
            end(ticket, "rejected", "given up after " + age.toHours() + " h: " + reply);
        } else {
            retry(ticket, settings.delayAfter(ticket.attempt()), reply);
        }
    }

    private void retry(Ticket ticket, Duration delay, String reason) {
        transaction.executeWithoutResult(status -> notices.retry(ticket, delay, reason));
    }

    private void end(Ticket ticket, String state, String reason) {
        transaction.executeWithoutResult(status -> notices.end(ticket, state, reason));
    }
}
