package io.recoup.reconciliation.desk;

import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.RefusedEntry;
import io.recoup.receivables.WaitingReceipt;
import io.recoup.reconciliation.MatchDecision;
import io.recoup.reconciliation.Matcher;
import io.recoup.reconciliation.Payment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the matcher about one waiting receipt and does what it says. */
@Component
class Allocator {

    private final Accounts accounts;
    private final Ledger ledger;
    private final Matcher.Register register;

    Allocator(Accounts accounts, Ledger ledger) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.register = new Matcher.Register() {
            @Override
            public List<OpenItem> byReferences(Collection<String> references) {
                return accounts.byReferences(references);
            }

            @Override
            public List<OpenItem> byNumbers(Collection<String> numbers) {
                return accounts.byNumbers(numbers);
            }
        };
    }

    /** @return whether the receipt now pays something */
    boolean allocate(WaitingReceipt receipt, LocalDate today) {
        Payment payment = new Payment(
                receipt.unapplied(),
                receipt.reference(),
                receipt.remittance(),
                payer(receipt.payerAccount()),
                accounts.undoneByPeople(receipt.id()));
        MatchDecision decision = Matcher.decide(payment, register);
        if (decision instanceof MatchDecision.Allocate allocate) {
            try {
                ledger.allocate(receipt.id(), allocate.parts(), Cause.rule(allocate.rule(), allocate.reason()), today);
                return true;
            } catch (RefusedEntry overtaken) {
                // Another payment settled the item between our look and the debtor's lock: nothing was posted.
                ledger.leaveWaiting(receipt.id(), overtaken.getMessage());
                return false;
            }
        }
        if (!decision.reason().equals(receipt.waits())) {
            ledger.leaveWaiting(receipt.id(), decision.reason());
        }
        if (decision instanceof MatchDecision.Leave leave && leave.debtor() != null) {
            ledger.attribute(receipt.id(), leave.debtor());
        }
        return false;
    }

    DebtorId payer(String account) {
        if (account == null) {
            return null;
        }
        List<DebtorId> owners = accounts.debtorsWithAccount(account);
        return owners.size() == 1 ? owners.get(0) : null;
    }
}
