package io.recoup.dunning.desk;

import io.recoup.dunning.Policies;
import io.recoup.dunning.policy.NoPolicy;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.store.Claim;
import io.recoup.dunning.store.NoticeOutcomes;
import io.recoup.dunning.store.NoticeStore;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.GatedMessage;
import io.recoup.mail.GatedMessage.Ticket;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final NoticeOutcomes outcomes;
    private final Composer composer;
    private final ChargeBook charges;
    private final Accounts accounts;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final DunningSettings settings;

    SendingDesk(
            Policies policies,
            NoticeStore notices,
            NoticeOutcomes outcomes,
            Composer composer,
            ChargeBook charges,
            Accounts accounts,
            Ledger ledger,
            TransactionTemplate transaction,
            DunningSettings settings) {
        this.policies = policies;
        this.notices = notices;
        this.outcomes = outcomes;
        this.composer = composer;
        this.charges = charges;
        this.accounts = accounts;
        this.ledger = ledger;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** The next letters to send, claimed and committed; empty when nothing is due. */
    public List<Claim> claim() {
        return transaction.execute(status -> {
            outcomes.giveUpVanished();
            return notices.claim(settings.claimSize(), settings.lease());
        });
    }

    /** The letter as the ledger stands now; empty when it is withdrawn, must wait, or another worker has it. */
    public Optional<GatedMessage> compose(Claim claim) {
        try {
            Policy policy = policies.current();
            return transaction.execute(status -> composer.letter(claim, policy));
        } catch (NoPolicy | BrokenFile | IllegalArgumentException unwritable) {
            LOG.error("notice {} cannot be written: {}", claim.id(), unwritable.getMessage());
            retry(
                    claim.ticket(),
                    settings.delayAfter(claim.attempt()),
                    "cannot be written: " + unwritable.getMessage());
            return Optional.empty();
        }
    }

    public void accepted(GatedMessage message) {
        transaction.executeWithoutResult(status -> outcomes.sent(message.ticket(), message.report()));
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
            case REFUSED -> end(ticket, what.reply());
            case UNKNOWN -> transaction.executeWithoutResult(status -> outcomes.unknown(ticket, what.reply()));
        }
    }

    private void nextAddress(Ticket ticket, SendFailure what) {
        transaction.executeWithoutResult(status -> {
            DebtorId debtor = notices.debtorOf(ticket.id());
            takeBackCharges(ticket);
            ledger.condemn(debtor, what.address(), "refused by the mail server: " + what.reply());
            if (accounts.account(debtor).emails().isEmpty()) {
                outcomes.end(ticket, "rejected", "no usable e-mail address left: " + what.reply());
            } else {
                outcomes.retry(ticket, Duration.ZERO, "address refused, the next contact follows: " + what.reply());
            }
        });
    }

    private void later(Ticket ticket, String reply) {
        Duration age = outcomes.age(ticket);
        if (age.compareTo(settings.giveUpAfter()) > 0) {
            end(ticket, "given up after " + age.toHours() + " h: " + reply);
        } else {
            retry(ticket, settings.delayAfter(ticket.attempt()), reply);
        }
    }

    private void retry(Ticket ticket, Duration delay, String reason) {
        transaction.executeWithoutResult(status -> {
            takeBackCharges(ticket);
            outcomes.retry(ticket, delay, reason);
        });
    }

    private void end(Ticket ticket, String reason) {
        transaction.executeWithoutResult(status -> {
            takeBackCharges(ticket);
            outcomes.end(ticket, "rejected", reason);
        });
    }

    /** What a letter that did not leave has charged is owed by nobody. */
    private void takeBackCharges(Ticket ticket) {
        DebtorId debtor = notices.debtorOf(ticket.id());
        charges.cancel(ticket, accounts.account(debtor).who());
    }
}
