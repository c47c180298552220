package io.recoup.app.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.intake.RoutesFolder;
import io.recoup.intake.contract.Contracts;
import io.recoup.intake.contract.InvoiceReader;
import io.recoup.intake.contract.TransactionReader;
import io.recoup.reconciliation.backtest.Truth;
import io.recoup.reconciliation.match.MatchDebtor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that the command is given, checked against the contracts of the site in the working directory. */
final class Input {

    private final RecordFiles files;
    private final BankFiles bankFiles;
    private final Contracts contracts = new Contracts(new RoutesFolder(Path.of("routes")));
    private final OpenItems openItems = new OpenItems();
    private final Transactions transactions = new Transactions();
    private Reminders reminders = new Reminders(List.of());

    Input(RecordFiles files, BankFiles bankFiles) {
        this.files = files;
        this.bankFiles = bankFiles;
    }

    OpenItems openItems() {
        return openItems;
    }

    Transactions transactions() {
        return transactions;
    }

    Reminders reminders() {
        return reminders;
    }

    void openItems(List<Path> from) {
        for (Path file : from) {
            files.read(file, "invoice/1", record -> openItems.add(InvoiceReader.invoice(checked("invoice/1", record))));
        }
    }

    void debtors(List<Path> from) {
        for (Path file : from) {
            files.read(
                    file, "customer/1", record -> openItems.add(InvoiceReader.customer(checked("customer/1", record))));
        }
    }

    /** Comes after the debtors and documents, of which it tells. */
    void reminders(List<Path> from) {
        reminders =
                new Reminders(openItems.debtors().stream().map(MatchDebtor::key).toList());
        for (Path file : from) {
            files.read(file, "reminder", reminders::add);
        }
    }

    void transactions(List<Path> from) {
        for (Path file : from) {
            files.read(
                    file,
                    "bank-transaction/1",
                    record -> transactions.add(TransactionReader.transaction(checked("bank-transaction/1", record))));
        }
    }

    void statements(List<Path> from) {
        from.forEach(file -> bankFiles.read(file, transactions));
    }

    /**
     * @param currencies by key of the payment
     * @return by key of the payment; what concerns no payment here is left out
     */
    Map<String, Truth> truths(Path from, Map<String, String> currencies) {
        Map<String, Truth> truths = new HashMap<>();
        files.read(from, "truth", record -> {
            Truth truth = TruthFile.truth(record, currencies);
            if (truth != null) {
                truths.merge(truth.transaction(), truth, Truth::and);
            }
        });
        return truths;
    }

    private JsonNode checked(String contract, JsonNode record) {
        contracts.get(contract).check(record);
        return record;
    }
}
