package io.recoup.intake.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.calendar.BusinessDay;
import io.recoup.intake.IntakeSettings;
import io.recoup.intake.contract.Contracts;
import io.recoup.intake.contract.InvoiceReader;
import io.recoup.intake.store.StoredDelivery;
import io.recoup.receivables.Cause;
import io.recoup.receivables.EntryOutcome;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.SourceDeliveries;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code recoup:invoices}: documents that customers owe. */
@Component
class InvoicesDoor extends RecordDoor {

    private final Ledger ledger;
    private final BusinessDay businessDay;
    private final IntakeSettings settings;

    InvoicesDoor(
            Reception reception,
            Shapes shapes,
            Contracts contracts,
            Ledger ledger,
            BusinessDay businessDay,
            IntakeSettings settings) {
        super(reception, shapes, contracts);
        this.ledger = ledger;
        this.businessDay = businessDay;
        this.settings = settings;
    }

    @Override
    public Optional<SourceDeliveries.Kind> newsOf() {
        return Optional.of(SourceDeliveries.Kind.ERP);
    }

    @Override
    public String name() {
        return "invoices";
    }

    @Override
    String contract(JsonNode record) {
        return "invoice/1";
    }

    @Override
    String sourceField() {
        return "source";
    }

    @Override
    Change change(JsonNode record, StoredDelivery delivery) {
        InvoiceEntry invoice = InvoiceReader.invoice(record);
        return () -> ledger.enter(invoice, Cause.inbox(delivery.id()), businessDay.today(settings.zone()))
                != EntryOutcome.UNCHANGED;
    }
}
