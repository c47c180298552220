package io.recoup.banking.store;

import io.recoup.banking.BankStatement;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.EntryStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is entered in one go: some thousand transactions, and the statements that ended among them. */
final class TransactionChunk {

    /** A few MB of rows: a larger chunk is not quicker, and a small heap must hold it. */
    static final int SIZE = 20_000;

    final CopyRows rows = new CopyRows();
    final List<UUID> identities = new ArrayList<>(SIZE);
    final List<BankStatement> statements = new ArrayList<>();
    final boolean[] booked = new boolean[SIZE];

    private final long importId;

    TransactionChunk(long importId) {
        this.importId = importId;
    }

    long importId() {
        return importId;
    }

    boolean isFull() {
        return rows.rows() == SIZE || statements.size() == SIZE;
    }

    boolean isEmpty() {
        return rows.rows() == 0 && statements.isEmpty();
    }

    void add(BankTransaction transaction) {
        UUID identity = transaction.identity();
        booked[rows.rows()] = transaction.status() == EntryStatus.BOOKED;
        rows.add(importId, identity, transaction);
        identities.add(identity);
    }

    void clear() {
        rows.clear();
        identities.clear();
        statements.clear();
    }
}
