package io.recoup.app.match;

import io.recoup.banking.BookOfRecord;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which files are read, and how. */
final class InputFiles {

    @Option(
            names = "--open-items",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Documents: invoice/1, one JSON a line or an array, or CSV.")
    private List<Path> openItems = List.of();

    @Option(
            names = "--debtors",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Customers with their accounts and groups: customer/1, or CSV.")
    private List<Path> debtors = List.of();

    @Option(
            names = "--reminders",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Letters that listed what is owed: debtor, sentOn, items; one JSON a line, or CSV.")
    private List<Path> reminders = List.of();

    @ArgGroup(multiplicity = "1")
    private Payments payments = new Payments();

    private static final class Payments {
        @Option(
                names = "--transactions",
                required = true,
                arity = "1..*",
                paramLabel = "FILE",
                description = "Movements of the account: bank-transaction/1, or CSV.")
        private List<Path> transactions = List.of();

        @Option(
                names = "--statements",
                required = true,
                arity = "1..*",
                paramLabel = "FILE",
                description = "Bank files: whatever parse reads.")
        private List<Path> statements = List.of();
    }

    @Option(
            names = "--books",
            paramLabel = "LIST",
            description = "Which camt messages count as booked: 053 (default), or others such as 054.")
    private String books;

    @Mixin
    private CsvForm form = new CsvForm();

    /** @throws IllegalArgumentException if a word of an option is not understood */
    BookOfRecord bookOfRecord() {
        return BookOfRecord.of(books);
    }

    Input read(Faults faults, Progress progress) {
        Input input =
                new Input(new RecordFiles(faults, progress, form), new BankFiles(faults, progress, bookOfRecord()));
        input.debtors(debtors);
        input.openItems(openItems);
        input.reminders(reminders);
        input.transactions(payments.transactions);
        input.statements(payments.statements);
        return input;
    }
}
