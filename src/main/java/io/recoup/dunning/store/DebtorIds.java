package io.recoup.dunning.store;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Very many debtors, of whom no more than their ids is held. */
public final class DebtorIds {

    private static final int FETCHED = 5_000;

    private final long[] ids;

    private DebtorIds(long[] ids) {
        this.ids = ids;
    }

    /** @param query whose rows begin with an id; in a transaction they come as they are read */
    static DebtorIds of(StatementSpec query) {
        LongStream.Builder ids = LongStream.builder();
        query.withFetchSize(FETCHED).query(row -> {
            ids.add(row.getLong(1));
        });
        return new DebtorIds(ids.build().toArray());
    }

    public int count() {
        return ids.length;
    }

    /** Hands them on in their order, {@code size} at a time. */
    public void inBatches(int size, Consumer<List<Long>> batch) {
        for (int from = 0; from < ids.length; from += size) {
            batch.accept(LongStream.of(Arrays.copyOfRange(ids, from, Math.min(from + size, ids.length)))
                    .boxed()
                    .toList());
        }
    }
}
