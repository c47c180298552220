package io.recoup.banking.store;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankStatement;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.BookOfRecord;
import io.recoup.banking.RejectedEntry;
import io.recoup.banking.StatementFiles;
import io.recoup.banking.StatementReadException;
import io.recoup.banking.StatementSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The bank book in PostgreSQL. */
@Repository
public class JdbcBankBook implements BankBook {

    private final JdbcClient jdbc;
    private final ChunkStore chunks;
    private final TransactionTemplate transaction;

    JdbcBankBook(JdbcClient jdbc, ChunkStore chunks, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.chunks = chunks;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public ImportSummary enter(InputStream in, Source source, Consumer<RejectedEntry> rejected) throws IOException {
        Entering entering = new Entering(begin(source), source.books(), rejected);
        try {
            StatementFiles.read(in, source.file(), entering);
        } catch (IOException | StatementReadException unreadable) {
            entering.flush();
            throw unreadable;
        }
        return entering.done();
    }

    @Override
    public ImportSummary enter(List<BankTransaction> transactions, Source source) {
        Entering entering = new Entering(begin(source), source.books(), rejected -> {});
        transactions.forEach(entering::transaction);
        return entering.done();
    }

    private long begin(Source source) {
        return jdbc.sql("""
                INSERT INTO bank_import (inbox_id, account, file_name) VALUES (:inboxId, :account, :file) RETURNING id
                """)
                .param("inboxId", source.inboxId())
                .param("account", source.account())
                .param("file", source.file())
                .query(Long.class)
                .single();
    }

    /** Enters a chunk whenever one is full. */
    private final class Entering implements StatementSink {

        private final TransactionChunk chunk;
        private final BookOfRecord books;
        private final Consumer<RejectedEntry> rejected;
        private boolean advice;
        private long read;
        private long entered;
        private int statements;
        private int unbalanced;

        Entering(long importId, BookOfRecord books, Consumer<RejectedEntry> rejected) {
            this.chunk = new TransactionChunk(importId);
            this.books = books;
            this.rejected = rejected;
        }

        @Override
        public void document(String format) {
            advice = !books.holds(format);
        }

        @Override
        public void transaction(BankTransaction next) {
            read++;
            chunk.add(advice ? next.asAdvice() : next);
            if (chunk.isFull()) {
                flush();
            }
        }

        @Override
        public void statement(BankStatement statement) {
            statements++;
            unbalanced += Boolean.FALSE.equals(statement.balanced()) ? 1 : 0;
            chunk.statements.add(new TransactionChunk.Statement(statement, advice));
            if (chunk.isFull()) {
                flush();
            }
        }

        @Override
        public void rejected(RejectedEntry entry) {
            rejected.accept(entry);
        }

        void flush() {
            if (!chunk.isEmpty()) {
                Integer count = transaction.execute(status -> chunks.enter(chunk));
                entered += count == null ? 0 : count;
                chunk.clear();
            }
        }

        ImportSummary done() {
            flush();
            return new ImportSummary(chunk.importId(), entered, read - entered, statements, unbalanced);
        }
    }
}
