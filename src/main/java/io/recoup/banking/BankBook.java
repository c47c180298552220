package io.recoup.banking;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything the banks have told, each transaction once: entering a file again, or one that overlaps it, changes
 * nothing. Joins the caller's database transaction if there is one; without one each chunk of a file commits by itself,
 * which is right for large files because whatever was interrupted can simply be entered again.
 */
public interface BankBook {

    /**
     * Where transactions came from.
     *
     * @param file name of the file or of the interface
     * @param inboxId raw delivery they were read from
     * @param account account they were fetched for, where one file is one account
     * @param books which messages count as booked
     */
    record Source(
            String file, @Nullable Long inboxId, @Nullable String account, BookOfRecord books) {

        public Source(String file, @Nullable Long inboxId, @Nullable String account) {
            this(file, inboxId, account, BookOfRecord.STATEMENT);
        }
    }

    /**
     * What entering came to.
     *
     * @param importId unique and permanent
     * @param entered transactions that were new, or are now more final than they were known to be
     * @param known transactions that were there already
     * @param statements statements read, new or not
     * @param unbalanced statements whose entries do not lead from the opening to the closing balance
     */
    record ImportSummary(long importId, long entered, long known, int statements, int unbalanced) {}

    /**
     * Reads a bank file of any known format to its end and enters it, in memory that does not grow with it.
     *
     * @param in stays open
     * @param rejected told of each entry that could not be read
     * @throws StatementReadException if the file cannot be read, or not to its end; what came before is entered
     * @throws IOException if its bytes cannot be fetched; what came before is entered
     */
    ImportSummary enter(InputStream in, Source source, Consumer<RejectedEntry> rejected) throws IOException;

    /** Enters transactions that came by an interface rather than in a file. */
    ImportSummary enter(List<BankTransaction> transactions, Source source);
}
