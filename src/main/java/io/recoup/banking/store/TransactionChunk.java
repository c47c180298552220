package io.recoup.banking.store;

import io.recoup.banking.BankStatement;
import io.recoup.banking.BankTransaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What is entered in one go: some thousand transactions, and the statements that ended among them. */
final class TransactionChunk {

    /** Some MB of transactions: a larger chunk is not quicker, and a small heap must hold it. */
    static final int SIZE = 20_000;

    /** A row number up to {@link #SIZE} fits in these. */
    private static final long ROW = 0x7FFF;

    final List<BankTransaction> transactions = new ArrayList<>(SIZE);
    final List<UUID> identities = new ArrayList<>(SIZE);
    final List<Statement> statements = new ArrayList<>();

    private final long importId;

    /** @param advice whether its entries are told again by the account's book of record */
    record Statement(BankStatement told, boolean advice) {}

    TransactionChunk(long importId) {
        this.importId = importId;
    }

    long importId() {
        return importId;
    }

    boolean isFull() {
        return transactions.size() == SIZE || statements.size() == SIZE;
    }

    boolean isEmpty() {
        return transactions.isEmpty() && statements.isEmpty();
    }

    void add(BankTransaction transaction) {
        transactions.add(transaction);
        identities.add(transaction.identity());
    }

    /** The rows as an index over their identities holds them, but for ties in the first 49 bits. */
    int[] inIndexOrder() {
        long[] keys = new long[identities.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (identities.get(row).getMostSignificantBits() & ~ROW) | row;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) (key & ROW)).toArray();
    }

    void clear() {
        transactions.clear();
        identities.clear();
        statements.clear();
    }
}
