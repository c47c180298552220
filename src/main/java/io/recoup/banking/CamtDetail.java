package io.recoup.banking;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What one {@code TxDtls} says, gathered while it is read. Used again for the next one. */
final class CamtDetail {

    final CamtAmount amount = new CamtAmount();
    final CamtAmount transactionAmount = new CamtAmount();
    final CamtAmount counterValue = new CamtAmount();
    final CamtAmount instructed = new CamtAmount();

    @Nullable
    Direction direction;

    @Nullable
    String bankId;

    @Nullable
    String endToEndId;

    @Nullable
    String debtor;

    @Nullable
    String debtorAccount;

    @Nullable
    String debtorBic;

    @Nullable
    String ultimateDebtor;

    @Nullable
    String creditor;

    @Nullable
    String creditorAccount;

    @Nullable
    String creditorBic;

    @Nullable
    String ultimateCreditor;

    @Nullable
    LocalDate settledOn;

    @Nullable
    String reference;

    @Nullable
    String text;

    private @Nullable String remittance;
    boolean returned;
    boolean broken;

    void clear() {
        amount.clear();
        transactionAmount.clear();
        counterValue.clear();
        instructed.clear();
        direction = null;
        bankId = null;
        endToEndId = null;
        debtor = null;
        debtorAccount = null;
        debtorBic = null;
        ultimateDebtor = null;
        creditor = null;
        creditorAccount = null;
        creditorBic = null;
        ultimateCreditor = null;
        settledOn = null;
        reference = null;
        text = null;
        remittance = null;
        returned = false;
        broken = false;
    }

    /** A payment may name several references; the first one is the reference, the others must not be lost. */
    void addReference(@Nullable String another) {
        if (reference == null) {
            reference = another;
        } else if (another != null && !another.equals(reference)) {
            addRemittance(another);
        }
    }

    void addRemittance(@Nullable String piece) {
        if (piece != null) {
            remittance = remittance == null ? piece : remittance + "\n" + piece;
        }
    }

    /** Remittance text; where the bank gives none at all, what it says about transaction or entry instead. */
    @Nullable
    String remittance(@Nullable String entryText) {
        if (remittance != null || reference != null) {
            return remittance;
        }
        return text != null ? text : entryText;
    }

    /**
     * The amount that counts on the account: the one in the entry's currency, from the most to the least exact place.
     *
     * @return null where no amount is in that currency
     */
    @Nullable
    CamtAmount in(Currency currency) {
        if (currency.equals(amount.currency)) {
            return amount;
        }
        if (currency.equals(transactionAmount.currency)) {
            return transactionAmount;
        }
        if (currency.equals(counterValue.currency)) {
            return counterValue;
        }
        return currency.equals(instructed.currency) ? instructed : null;
    }

    /**
     * The other side. The standard keeps the roles of the original payment in a reversal, some banks swap them; our
     * own account number, where it is given, decides.
     */
    Counterparty counterparty(Direction booked, boolean reversal, @Nullable String ownAccount) {
        boolean debtorIsOther = (booked == Direction.CREDIT) != reversal;
        if (ownAccount != null && !ownAccount.equals(debtorAccount) != !ownAccount.equals(creditorAccount)) {
            debtorIsOther = ownAccount.equals(creditorAccount);
        } else if (debtorIsOther ? !hasDebtor() && hasCreditor() : !hasCreditor() && hasDebtor()) {
            debtorIsOther = !debtorIsOther;
        }
        Counterparty other = debtorIsOther
                ? new Counterparty(debtor != null ? debtor : ultimateDebtor, debtorAccount, debtorBic)
                : new Counterparty(creditor != null ? creditor : ultimateCreditor, creditorAccount, creditorBic);
        return other.equals(Counterparty.UNKNOWN) ? Counterparty.UNKNOWN : other;
    }

    private boolean hasDebtor() {
        return debtor != null || debtorAccount != null || ultimateDebtor != null;
    }

    private boolean hasCreditor() {
        return creditor != null || creditorAccount != null || ultimateCreditor != null;
    }
}
