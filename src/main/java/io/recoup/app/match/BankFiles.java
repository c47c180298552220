package io.recoup.app.match;

import io.recoup.banking.BankStatement;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.BookOfRecord;
import io.recoup.banking.RejectedEntry;
import io.recoup.banking.StatementFiles;
import io.recoup.banking.StatementReadException;
import io.recoup.banking.StatementSink;
import java.io.IOException;
import java.nio.file.Path;

/** Reads bank files; of the messages that tell of the same money, only the book of record counts as booked. */
final class BankFiles {

    private final Faults faults;
    private final Progress progress;
    private final BookOfRecord books;

    BankFiles(Faults faults, Progress progress, BookOfRecord books) {
        this.faults = faults;
        this.progress = progress;
        this.books = books;
    }

    void read(Path file, Transactions transactions) {
        progress.begin("reading " + file);
        try {
            StatementFiles.read(file, new Sink(transactions));
        } catch (StatementReadException unreadable) {
            faults.tell(unreadable.file(), unreadable.line(), unreadable.reason(), null);
        } catch (IOException unreadable) {
            faults.tell(file, unreadable);
        }
    }

    private final class Sink implements StatementSink {

        private final Transactions transactions;
        private boolean ofRecord = true;

        Sink(Transactions transactions) {
            this.transactions = transactions;
        }

        @Override
        public void document(String format) {
            ofRecord = books.holds(format);
        }

        @Override
        public void transaction(BankTransaction transaction) {
            progress.step();
            transactions.add(ofRecord ? transaction : transaction.asAdvice());
        }

        @Override
        public void statement(BankStatement statement) {}

        @Override
        public void rejected(RejectedEntry entry) {
            faults.tell(entry.file(), entry.line(), entry.reason(), null);
        }
    }
}
