package io.recoup.banking;

import io.recoup.money.Money;
import java.time.LocalDate;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Walks one camt document: a hand-written state machine whose state is a place in {@link CamtElement}. Allocates what
 * it gives out and little else.
 */
final class CamtReader {

    private final XMLStreamReader2 xml;
    private final String file;
    private final String format;
    private final StatementSink sink;
    private final boolean bookedUnlessSaid;

    private final CamtText text = new CamtText();
    private final CamtCurrency currency = new CamtCurrency();
    private final CamtStatement statement = new CamtStatement();
    private final CamtEntry entry = new CamtEntry();
    private final CamtAmount balance = new CamtAmount();
    private final CamtItems items;
    private CamtDetail detail = new CamtDetail();
    private CamtDetail first = new CamtDetail();
    private @Nullable String bic;
    private @Nullable String balanceKind;
    private @Nullable Direction balanceSign;
    private @Nullable LocalDate balanceDay;

    /**
     * @param xml stands on the root element
     * @param format such as {@code camt.053.001.08}
     */
    CamtReader(XMLStreamReader2 xml, String file, String format, StatementSink sink) {
        this.xml = xml;
        this.file = file;
        this.format = format;
        this.sink = sink;
        // only the end-of-day statement may omit the status: it holds what was booked
        this.bookedUnlessSaid = format.startsWith("camt.053");
        this.items = new CamtItems(file, sink, statement, entry);
    }

    void read() throws XMLStreamException {
        CamtElement at = CamtElement.DOCUMENT;
        while (at != null) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    CamtElement child = at.child(xml.getLocalName());
                    if (child == null) {
                        skip();
                    } else if (child.text) {
                        take(child.meaning);
                    } else {
                        at = child;
                        begin(child.meaning);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(at.meaning);
                    at = at.parent;
                }
                default -> {
                    // white space, comments
                }
            }
        }
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void begin(CamtElement.Meaning meaning) {
        switch (meaning) {
            case STATEMENT -> statement.clear();
            case BALANCE -> {
                balance.clear();
                balanceKind = null;
                balanceSign = null;
                balanceDay = null;
            }
            case ENTRY -> entry.clear();
            case DETAIL -> {
                if (entry.details == 1) {
                    giveOneOf(first, 1);
                }
                detail.clear();
            }
            case RETURNED -> detail.returned = true;
            default -> {
                // a mere passage
            }
        }
    }

    private void end(CamtElement.Meaning meaning) {
        switch (meaning) {
            case STATEMENT -> sink.statement(statement.told(file, format));
            case BALANCE -> endBalance();
            case ENTRY -> endEntry();
            case DETAIL -> {
                entry.details++;
                if (entry.details == 1) {
                    CamtDetail kept = detail;
                    detail = first;
                    first = kept;
                } else {
                    giveOneOf(detail, entry.details);
                }
            }
            default -> {
                // nothing ends with it
            }
        }
    }

    /** A balance without a sign is a credit: banks that omit it print only what they owe. */
    private void endBalance() {
        if (balance.problem != null) {
            reject("balance " + balanceKind + " left out: " + balance.problem);
        } else if (balance.currency != null) {
            long minor = balanceSign == Direction.DEBIT ? -balance.minor : balance.minor;
            statement.balance(balanceKind, new Money(minor, balance.currency), balanceDay);
        }
    }

    private void giveOneOf(CamtDetail one, int number) {
        if (entryIsComplete()) {
            try {
                items.oneOf(one, number);
            } catch (ArithmeticException tooLarge) {
                entry.broken = true;
                reject("the sum of this entry's transactions is too large");
            }
        }
    }

    private void endEntry() {
        if (entryIsComplete()) {
            try {
                if (entry.details == 0) {
                    items.whole();
                } else if (entry.details == 1) {
                    items.single(first);
                }
                items.rest();
            } catch (ArithmeticException tooLarge) {
                entry.broken = true;
                reject("the sum of this entry's transactions is too large");
            }
        }
        try {
            statement.entry(entry);
        } catch (IllegalArgumentException tooLarge) {
            reject(tooLarge.getMessage());
        }
    }

    private boolean entryIsComplete() {
        if (entry.status == null) {
            entry.status = bookedUnlessSaid ? EntryStatus.BOOKED : EntryStatus.PENDING;
        }
        if (!entry.broken) {
            String problem = items.incomplete();
            if (problem != null) {
                entry.broken = true;
                reject(problem);
            }
        }
        return !entry.broken;
    }

    private void take(CamtElement.Meaning meaning) throws XMLStreamException {
        switch (meaning) {
            case ENTRY_AMOUNT -> {
                amount(entry.amount);
                if (entry.amount.problem != null) {
                    entry.broken = true;
                    reject(entry.amount.problem);
                }
            }
            case BALANCE_AMOUNT -> amount(balance);
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

    private void field(CamtElement.Meaning meaning) {
        switch (meaning) {
            case STATEMENT_ID -> statement.id = text.value();
            case CREATED -> statement.createdOn = text.day();
            case ACCOUNT -> statement.account = or(statement.account, text.compact(null));
            case ACCOUNT_CURRENCY -> statement.accountCurrency(text.value());
            case BALANCE_KIND -> balanceKind = text.value();
            case BALANCE_SIGN -> balanceSign = text.direction();
            case BALANCE_DAY -> balanceDay = text.day();
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

    private void refuse(CamtElement.Meaning meaning, IllegalArgumentException unreadable) {
        switch (meaning) {
            case CREATED, ACCOUNT_CURRENCY -> {
                // told below; the currency of the balances takes its place
            }
            case BALANCE_SIGN, BALANCE_DAY -> {
                balance.problem = unreadable.getMessage();
                return;
            }
            case ENTRY_SIGN, ENTRY_STATUS, ENTRY_BOOKED, ENTRY_VALUE -> entry.broken = true;
            default -> detail.broken = true;
        }
        reject(unreadable.getMessage());
    }

    private void reject(String reason) {
        Location at = xml.getLocation();
        sink.rejected(new RejectedEntry(file, at.getLineNumber(), at.getColumnNumber(), reason));
    }

    private static @Nullable String or(@Nullable String known, @Nullable String read) {
        return known != null ? known : read;
    }
}
