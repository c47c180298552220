package io.recoup.intake.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.intake.contract.Contracts;
import io.recoup.intake.contract.InvoiceReader;
import io.recoup.intake.store.StoredDelivery;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.EntryOutcome;
import io.recoup.receivables.Ledger;
import org.springframework.stereotype.Component;

/** {@code recoup:customers}: customers without a document of theirs. */
@Component
class CustomersDoor extends RecordDoor {

    private final Ledger ledger;

    CustomersDoor(Reception reception, Shapes shapes, Contracts contracts, Ledger ledger) {
        super(reception, shapes, contracts);
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    String contract(JsonNode record) {
        return "customer/1";
    }

    @Override
    String sourceField() {
        return "source";
    }

    @Override
    Change change(JsonNode record, StoredDelivery delivery) {
        DebtorEntry customer = InvoiceReader.customer(record);
        return () -> ledger.enter(customer) != EntryOutcome.UNCHANGED;
    }
}
