package io.recoup.intake.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.banking.BankBook;
import io.recoup.banking.BankTransaction;
import io.recoup.intake.contract.Contracts;
import io.recoup.intake.contract.Flaw;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.contract.TransactionReader;
import io.recoup.intake.store.StoredDelivery;
import io.recoup.receivables.SourceDeliveries;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code recoup:transactions}: movements of a bank account from an API. */
@Component
class TransactionsDoor extends RecordDoor {

    private final BankBook book;

    TransactionsDoor(Reception reception, Shapes shapes, Contracts contracts, BankBook book) {
        super(reception, shapes, contracts);
        this.book = book;
    }

    @Override
    public Optional<SourceDeliveries.Kind> newsOf() {
        return Optional.of(SourceDeliveries.Kind.BANK);
    }

    @Override
    public String name() {
        return "transactions";
    }

    @Override
    String contract(JsonNode record) {
        return "bank-transaction/1";
    }

    @Override
    String sourceField() {
        return null;
    }

    @Override
    Change change(JsonNode record, StoredDelivery delivery) {
        BankTransaction transaction = TransactionReader.transaction(record);
        String account = delivery.options().get("account");
        if (account != null && !account.replace(" ", "").equalsIgnoreCase(transaction.account())) {
            throw new FlawedRecord(
                    "account",
                    "is " + Flaw.shown(transaction.account()) + ", but the door's is " + Flaw.shown(account),
                    "send it to the door of its own account");
        }
        BankBook.Source source = new BankBook.Source(delivery.file(), delivery.id(), account);
        return new Entering(book, transaction, source);
    }

    /** Transactions of a delivery are entered together: each entering is an import of its own. */
    private record Entering(BankBook book, BankTransaction transaction, BankBook.Source source) implements Change {

        @Override
        public boolean make() {
            return makeAll(List.of(this)) > 0;
        }

        @Override
        public int makeAll(List<Change> changes) {
            List<BankTransaction> transactions = changes.stream()
                    .map(change -> ((Entering) change).transaction)
                    .toList();
            return Math.toIntExact(book.enter(transactions, source).entered());
        }
    }
}
