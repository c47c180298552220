package io.recoup.intake.door;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankStatement;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.BookOfRecord;
import io.recoup.banking.RejectedEntry;
import io.recoup.banking.StatementFiles;
import io.recoup.banking.StatementReadException;
import io.recoup.banking.StatementSink;
import io.recoup.intake.DoorReport;
import io.recoup.intake.contract.Flaw;
import io.recoup.intake.reading.UnreadableDelivery;
import io.recoup.intake.store.InboxStore;
import io.recoup.intake.store.StoredDelivery;
import io.recoup.receivables.SourceDeliveries;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code recoup:statements}: bank files, streamed from the inbox into the bank book. With the option {@code account} a
 * file that tells of another account is refused before anything of it is entered. The option {@code books} says which
 * messages count as booked; see {@link BookOfRecord}.
 */
@Component
class StatementsDoor implements StoredDoor {

    private static final String ASK_THE_BANK = "ask the bank for a correct file, or report the entry";

    private final Reception reception;
    private final InboxStore inbox;
    private final BankBook book;

    StatementsDoor(Reception reception, InboxStore inbox, BankBook book) {
        this.reception = reception;
        this.inbox = inbox;
        this.book = book;
    }

    @Override
    public Optional<SourceDeliveries.Kind> newsOf() {
        return Optional.of(SourceDeliveries.Kind.BANK);
    }

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public DoorReport accept(Delivery delivery, Map<String, String> options) {
        BookOfRecord.of(options.get("books")); // a wrong setting is the route's fault: nothing is stored
        return reception.receive(this, delivery, options);
    }

    @Override
    public void read(StoredDelivery delivery, InputStream bytes, Run run) throws IOException {
        String account = delivery.options().get("account");
        if (account != null) {
            refuseOtherAccounts(delivery, account.replace(" ", ""));
        }
        BankBook.Source source = new BankBook.Source(
                delivery.file(),
                delivery.id(),
                account,
                BookOfRecord.of(delivery.options().get("books")));
        try {
            BankBook.ImportSummary summary = book.enter(bytes, source, entry -> hold(entry, delivery, run));
            run.count(summary.entered(), summary.known());
            if (summary.unbalanced() > 0) {
                run.notice(summary.unbalanced() + " of " + summary.statements()
                        + " statements do not lead from their opening to their closing balance: ask the bank for the"
                        + " missing pages");
            }
        } catch (StatementReadException broken) {
            run.count(readable(delivery), 0);
            throw new UnreadableDelivery(broken.line(), broken.reason(), ASK_THE_BANK);
        }
    }

    private static void hold(RejectedEntry entry, StoredDelivery delivery, Run run) {
        // a zip names the file inside it
        String where = entry.file().equals(delivery.file()) ? "" : entry.file() + " ";
        run.hold(entry.line(), where + "column " + entry.column(), entry.reason(), ASK_THE_BANK);
    }

    private void refuseOtherAccounts(StoredDelivery delivery, String account) throws IOException {
        scan(delivery, new Counting() {
            @Override
            public void statement(BankStatement statement) {
                if (statement.account() != null && !statement.account().equalsIgnoreCase(account)) {
                    throw new UnreadableDelivery(
                            0,
                            "statement " + statement.statement() + " is of another account than the door's, "
                                    + Flaw.shown(account),
                            "send it to the door of its own account, or correct the route's option account");
                }
            }
        });
    }

    /** How many transactions stand before the point where a file breaks off. */
    private long readable(StoredDelivery delivery) throws IOException {
        Counting counting = new Counting();
        scan(delivery, counting);
        return counting.transactions;
    }

    private void scan(StoredDelivery delivery, StatementSink sink) throws IOException {
        try (InputStream bytes = inbox.open(delivery.id())) {
            StatementFiles.read(bytes, delivery.file(), sink);
        } catch (StatementReadException broken) {
            // what breaks is said when it is entered
        }
    }

    private static class Counting implements StatementSink {

        private long transactions;

        @Override
        public void transaction(BankTransaction transaction) {
            transactions++;
        }

        @Override
        public void statement(BankStatement statement) {}

        @Override
        public void rejected(RejectedEntry entry) {}
    }
}
