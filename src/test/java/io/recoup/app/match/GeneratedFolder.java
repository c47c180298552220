package io.recoup.app.match;

import io.recoup.app.match.Transactions.Incoming;
import io.recoup.banking.BookOfRecord;
import io.recoup.reconciliation.backtest.Truth;
import io.recoup.reconciliation.match.Book;
import io.recoup.reconciliation.match.MatchDebtor;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.MatchPayment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A folder as {@code generate} writes it, read as {@code match} reads it.
 *
 * @param letters enters into a book what our letters listed
 * @param truths by key of the payment
 */
public record GeneratedFolder(
        List<MatchDebtor> debtors,
        List<MatchItem> items,
        Consumer<Book> letters,
        List<MatchPayment> payments,
        Map<String, Truth> truths) {

    /** A new book of all that is known before a payment comes. */
    public Book book() {
        Book book = new Book();
        debtors.forEach(book::add);
        items.forEach(book::add);
        letters.accept(book);
        return book;
    }

    public static GeneratedFolder read(Path folder) {
        PrintWriter err = new PrintWriter(System.err, true);
        Faults faults = new Faults(err);
        try (Progress progress = new Progress(err)) {
            Input input = new Input(
                    new RecordFiles(faults, progress, new CsvForm()),
                    new BankFiles(faults, progress, BookOfRecord.STATEMENT));
            input.debtors(List.of(folder.resolve("debtors.jsonl")));
            input.openItems(List.of(folder.resolve("open-items.jsonl")));
            input.reminders(List.of(folder.resolve("reminders.jsonl")));
            input.transactions(List.of(folder.resolve("transactions.jsonl")));
            List<MatchPayment> payments = input.transactions().incoming().stream()
                    .map(Incoming::payment)
                    .filter(Objects::nonNull)
                    .toList();
            Map<String, String> currencies = payments.stream()
                    .collect(Collectors.toMap(
                            MatchPayment::key, one -> one.amount().currencyCode()));
            Map<String, Truth> truths = input.truths(folder.resolve("truth.jsonl"), currencies);
            faults.close();
            return new GeneratedFolder(
                    input.openItems().debtors(),
                    input.openItems().enter(new Book()),
                    input.reminders()::enter,
                    payments,
                    truths);
        }
    }
}
