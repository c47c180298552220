package io.recoup.banking;

import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Takes the texts of a camt document, one element at a time, to where they belong. */
final class CamtFields {

    final CamtStatement statement = new CamtStatement();
    final CamtBalance balance = new CamtBalance();
    final CamtEntry entry = new CamtEntry();

    /** The one being read; the reader puts another in its place where it keeps this one. */
    CamtDetail detail = new CamtDetail();

    private final XMLStreamReader2 xml;
    private final Consumer<String> rejected;
    private final CamtText text = new CamtText();
    private final CamtCurrency currency = new CamtCurrency();
    private @Nullable String bic;

    /** @param rejected told what is wrong where the parser stands */
    CamtFields(XMLStreamReader2 xml, Consumer<String> rejected) {
        this.xml = xml;
        this.rejected = rejected;
    }

    /** Reads the element the parser stands on to its end. */
    void take(CamtMeaning meaning) throws XMLStreamException {
        switch (meaning) {
            case ENTRY_AMOUNT -> {
                amount(entry.amount);
                if (entry.amount.problem != null) {
                    entry.broken = true;
                    rejected.accept(entry.amount.problem);
                }
            }
            case BALANCE_AMOUNT -> amount(balance.amount);
            case AMOUNT -> amount(detail.amount);
            case TRANSACTION_AMOUNT -> amount(detail.transactionAmount);
            case COUNTER_VALUE -> amount(detail.counterValue);
            case INSTRUCTED_AMOUNT -> amount(detail.instructed);
            default -> {
                text.read(xml);
                try {
                    field(meaning);
                } catch (IllegalArgumentException unreadable) {
                    refuse(meaning, unreadable);
                }
            }
        }
    }

    private void amount(CamtAmount amount) throws XMLStreamException {
        currency.forget();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if ("Ccy".equals(xml.getAttributeLocalName(i))) {
                xml.getAttributeAs(i, currency);
            }
        }
        text.read(xml);
        amount.set(text, currency);
        if (amount.problem != null) {
            amount.line = xml.getLocation().getLineNumber();
            amount.column = xml.getLocation().getColumnNumber();
        }
    }

    private void field(CamtMeaning meaning) {
        switch (meaning) {
            case STATEMENT_ID -> statement.id = text.value();
            case CREATED -> statement.createdOn = text.day();
            case ACCOUNT -> statement.account = or(statement.account, text.compact(null));
            case ACCOUNT_CURRENCY -> statement.accountCurrency(text.value());
            case BALANCE_KIND -> balance.kind = text.value();
            case BALANCE_SIGN -> balance.sign = text.direction();
            case BALANCE_DAY -> balance.day = text.day();
            case ENTRY_SIGN -> entry.direction = text.direction();
            case ENTRY_REVERSAL -> entry.reversal = text.isTrue();
            case ENTRY_STATUS -> entry.status = text.status();
            case ENTRY_BOOKED -> entry.bookedOn = text.day();
            case ENTRY_VALUE -> entry.valueOn = text.day();
            case ENTRY_BANK_ID -> entry.bankId = text.value();
            case ENTRY_TEXT -> entry.text = text.value();
            case BANK_ID -> detail.bankId = text.value();
            case END_TO_END_ID -> detail.endToEndId = text.value();
            case SIGN -> detail.direction = text.direction();
            case DEBTOR_NAME -> detail.debtor = or(detail.debtor, text.value());
            case DEBTOR_ACCOUNT -> detail.debtorAccount = or(detail.debtorAccount, text.compact(statement.account));
            case DEBTOR_BIC -> detail.debtorBic = or(detail.debtorBic, bic = text.value(bic));
            case ULTIMATE_DEBTOR -> detail.ultimateDebtor = or(detail.ultimateDebtor, text.value());
            case CREDITOR_NAME -> detail.creditor = or(detail.creditor, text.value());
            case CREDITOR_ACCOUNT ->
                detail.creditorAccount = or(detail.creditorAccount, text.compact(statement.account));
            case CREDITOR_BIC -> detail.creditorBic = or(detail.creditorBic, bic = text.value(bic));
            case ULTIMATE_CREDITOR -> detail.ultimateCreditor = or(detail.ultimateCreditor, text.value());
            case SETTLED -> detail.settledOn = text.day();
            case REFERENCE -> detail.addReference(text.value());
            case REMITTANCE, REMITTANCE_MORE -> detail.addRemittance(text.value());
            case TEXT -> detail.text = text.value();
            default -> throw new IllegalStateException("no field for " + meaning);
        }
    }

    private void refuse(CamtMeaning meaning, IllegalArgumentException unreadable) {
        switch (meaning) {
            case CREATED, ACCOUNT_CURRENCY -> {
                // told below; the currency of the balances takes its place
            }
            case BALANCE_SIGN, BALANCE_DAY -> {
                balance.amount.problem = unreadable.getMessage();
                return;
            }
            case ENTRY_SIGN, ENTRY_STATUS, ENTRY_BOOKED, ENTRY_VALUE -> entry.broken = true;
            default -> detail.broken = true;
        }
        rejected.accept(unreadable.getMessage());
    }

    private static @Nullable String or(@Nullable String known, @Nullable String read) {
        return known != null ? known : read;
    }
}
