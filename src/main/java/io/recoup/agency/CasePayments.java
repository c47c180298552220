package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.outbox.Outbox;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.receivables.ReceiptId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Books what debtors paid at the agency, once per payment id. Money that the debtor paid to us is only noted here: the
 * bank will show it. Runs in the caller's transaction.
 */
@Component
class CasePayments {

    private final Placements placements;
    private final PlacedItems items;
    private final ReportedPayments reported;
    private final Ledger ledger;
    private final Accounts accounts;
    private final Outbox outbox;

    CasePayments(
            Placements placements,
            PlacedItems items,
            ReportedPayments reported,
            Ledger ledger,
            Accounts accounts,
            Outbox outbox) {
        this.placements = placements;
        this.items = items;
        this.reported = reported;
        this.ledger = ledger;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    void enter(Placement placement, CasePayment payment, LocalDate today) {
        ReportedPayments.Known known = reported.enter(placement.id(), payment);
        if (payment.reversed()) {
            if (!known.reversed()) {
                takeBack(placement, payment, known, today);
            }
        } else if (!known.amount().equals(payment.amount())) {
            placements.raise(
                    placement.id(),
                    "payment " + payment.paymentId() + " was " + known.amount() + ", now the agency says "
                            + payment.amount() + "; nothing was changed: ask it for a reversal and a new payment");
        } else if (known.reversed()) {
            String alert = "payment " + payment.paymentId() + " was taken back, now the agency tells it again under"
                    + " the same id; nothing was booked";
            placements.raise(placement.id(), alert);
        } else if (known.fresh()) {
            if (payment.recipient() == CasePayment.Recipient.AGENCY) {
                reported.booked(known.id(), book(placement, payment, today));
            }
            tell(placement, payment, payment.amount() + " paid to the " + recipient(payment));
        }
    }

    private void takeBack(Placement placement, CasePayment payment, ReportedPayments.Known known, LocalDate today) {
        reported.reversed(known.id());
        if (known.receipt() != null) {
            ledger.reverse(
                    known.receipt(),
                    payment.key(),
                    Cause.agency(payment.agency(), "payment " + payment.paymentId() + " was taken back"),
                    today);
        }
        tell(placement, payment, known.amount() + " paid to the " + recipient(payment) + " was taken back");
    }

    /** The oldest items of the case are paid first; what is left waits with its reason. */
    private ReceiptId book(Placement placement, CasePayment payment, LocalDate today) {
        Cause cause = Cause.agency(payment.agency(), "paid in case " + placement.caseNumber());
        ReceiptId receipt = ledger.receive(
                new ReceiptEntry(
                        "agency",
                        payment.key(),
                        null,
                        placement.debtor(),
                        payment.amount(),
                        payment.paidOn(),
                        null,
                        null,
                        placement.caseNumber(),
                        null,
                        null,
                        "paid in case " + placement.caseNumber() + ", to be allocated"),
                cause,
                today);
        List<Ledger.Part> parts = new ArrayList<>();
        Money left = payment.amount();
        if (left.currency().equals(placement.principal().currency())) {
            // the lock keeps the open amounts as read until they are allocated
            ledger.lock(placement.debtor());
            for (OpenItem item : accounts.items(
                    items.of(placement.id()).stream().map(Placement.Part::item).toList())) {
                Money part = item.open().exceeds(left) ? left : item.open();
                if (part.isPositive() && item.kind() != ItemKind.CREDIT_NOTE) {
                    parts.add(new Ledger.Part(item.id(), part));
                    left = left.minus(part);
                }
            }
        }
        if (!parts.isEmpty()) {
            ledger.allocate(receipt, parts, cause, today);
        }
        if (left.isPositive()) {
            ledger.leaveWaiting(
                    receipt, left + " more than the items of case " + placement.caseNumber() + " have open");
        }
        return receipt;
    }

    private void tell(Placement placement, CasePayment payment, String note) {
        placements.note(placement, new Placements.Line(payment.agency(), payment.paymentId(), note));
        outbox.record(new CaseFacts.CasePaymentReported(
                placement.id(),
                payment.agency(),
                payment.paymentId(),
                payment.amount().minor(),
                payment.amount().currencyCode(),
                payment.paidOn(),
                recipient(payment),
                payment.reversed()));
    }

    private static String recipient(CasePayment payment) {
        return payment.recipient().name().toLowerCase(Locale.ROOT);
    }
}
