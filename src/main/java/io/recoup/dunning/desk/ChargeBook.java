package io.recoup.dunning.desk;

import io.recoup.dunning.plan.Claim;
import io.recoup.dunning.store.ClaimStore;
import io.recoup.mail.GatedMessage.Ticket;
import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Books what a letter charges: as items of our own, in the transaction in which the letter goes on the wire. If it
 * certainly did not leave after all, they are cancelled.
 */
@Component
class ChargeBook {

    private final Ledger ledger;
    private final ClaimStore claims;

    ChargeBook(Ledger ledger, ClaimStore claims) {
        this.ledger = ledger;
        this.claims = claims;
    }

    /** Call it under the debtor's lock, when the letter has gone on the wire. */
    void book(io.recoup.dunning.store.Claim notice, RightToSend.Verdict verdict) {
        Ticket ticket = notice.ticket();
        claims.record(ticket.id(), verdict.claims());
        boolean known = verdict.claims().stream().allMatch(claim -> claim.noRate() == null);
        if (verdict.level().charges().hasInterest() && known && !notice.resend()) {
            claims.interestCharged(ticket.id());
        }
        LocalDate replyBy = verdict.today().plusDays(verdict.level().replyWithinDays());
        for (Claim claim : verdict.claims()) {
            Charge fee = new Charge(ItemKind.FEE, claim.fee(), verdict.level().name());
            Charge interest = new Charge(
                    ItemKind.INTEREST, claim.interest(), verdict.level().name());
            enter(ticket, verdict.account().who(), fee, verdict.today(), replyBy);
            enter(ticket, verdict.account().who(), interest, verdict.today(), replyBy);
        }
    }

    /** @param level that charges it; null = it is taken back */
    private record Charge(ItemKind kind, Money amount, String level) {}

    /** Call it when the attempt certainly failed after the letter had gone on the wire. */
    void cancel(Ticket ticket, DebtorProfile who) {
        List<ClaimStore.Charged> all = claims.charged(ticket);
        if (all.isEmpty()) {
            return;
        }
        for (ClaimStore.Charged charged : all) {
            enter(ticket, who, new Charge(ItemKind.FEE, charged.fee(), null), charged.on(), charged.on());
            enter(ticket, who, new Charge(ItemKind.INTEREST, charged.interest(), null), charged.on(), charged.on());
        }
        claims.forget(ticket.id());
    }

    private void enter(Ticket ticket, DebtorProfile who, Charge charge, LocalDate on, LocalDate dueOn) {
        if (!charge.amount().isPositive()) {
            return;
        }
        String currency = charge.amount().currencyCode();
        ledger.enter(
                new InvoiceEntry(
                        OpenItem.OWN_SOURCE,
                        "notice:" + ticket.id() + ":" + ticket.attempt() + ":"
                                + charge.kind().word() + ":" + currency,
                        null,
                        charge.kind(),
                        (charge.kind() == ItemKind.FEE ? "FEE-" : "INT-") + ticket.id() + "-" + currency,
                        on,
                        dueOn,
                        charge.amount(),
                        null,
                        false,
                        charge.level() == null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        known(who)),
                Cause.rule(
                        "dunning",
                        charge.level() == null
                                ? "the letter did not leave"
                                : charge.kind().word() + " of level " + charge.level()),
                on);
    }

    /** The debtor as the ledger has it: nothing new is stated. */
    private static DebtorEntry known(DebtorProfile who) {
        return new DebtorEntry(
                who.source(),
                who.sourceId(),
                who.name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
