package io.recoup.intake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.Counterparty;
import io.recoup.banking.Direction;
import io.recoup.banking.EntryStatus;
import io.recoup.money.Money;
import java.util.Locale;

/** From {@code bank-transaction/1}, checked against its contract, to a transaction of the bank book. */
public final class TransactionReader {

    private TransactionReader() {}

    /** @throws FlawedRecord if it contradicts itself */
    public static BankTransaction transaction(JsonNode json) {
        Fields fields = new Fields(json);
        Money amount = fields.money("amount", fields.currency("currency"));
        if (amount == null || amount.isNegative()) {
            throw fields.flaw("amount", "is below zero", "let direction say credit or debit, without a sign");
        }
        Fields other = fields.inside("counterparty");
        Integer occurrence = fields.number("occurrence");
        return new BankTransaction(
                unspaced(fields.required("account")),
                fields.text("statement"),
                fields.day("bookedOn"),
                fields.day("valueOn"),
                EntryStatus.valueOf(fields.required("status").toUpperCase(Locale.ROOT)),
                Direction.valueOf(fields.required("direction").toUpperCase(Locale.ROOT)),
                fields.flag("reversal"),
                fields.flag("balancing"),
                amount,
                other == null
                        ? Counterparty.UNKNOWN
                        : new Counterparty(other.text("name"), unspaced(other.text("account")), other.text("bic")),
                fields.text("endToEndId"),
                fields.text("reference"),
                fields.text("remittance"),
                blankAsNone(fields.text("bankId")),
                occurrence == null ? 1 : occurrence);
    }

    private static String unspaced(String account) {
        return account == null ? null : account.replace(" ", "");
    }

    /** Some banks write a blank where they have no id; taken as one it would make different transactions equal. */
    private static String blankAsNone(String id) {
        return id == null || id.isBlank() ? null : id;
    }
}
