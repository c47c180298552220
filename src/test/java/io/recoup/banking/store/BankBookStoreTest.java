package io.recoup.banking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankBook.ImportSummary;
import io.recoup.banking.BankBook.Source;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.Gathered;
import io.recoup.banking.NewTransactions;
import io.recoup.banking.NewTransactions.Entered;
import io.recoup.banking.RejectedEntry;
import io.recoup.banking.StatementReadException;
import io.recoup.testing.PostgresTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class BankBookStoreTest extends PostgresTest {

    private static final byte[] DAY = Gathered.fixture("one-day.camt053.xml");

    private BankBook book;
    private NewTransactions waiting;

    @BeforeEach
    void empty() {
        jdbc.sql("TRUNCATE bank_transaction, bank_statement, bank_import RESTART IDENTITY")
                .update();
        book = new JdbcBankBook(jdbc, new ChunkStore(dataSource), new JdbcTransactionManager(dataSource));
        waiting = new JdbcNewTransactions(jdbc);
    }

    @Test
    void enters_a_file_with_its_statement_and_both_of_two_equal_payments() throws IOException {
        ImportSummary summary = enter(DAY);
        assertThat(summary.entered()).isEqualTo(8);
        assertThat(summary.statements()).isEqualTo(1);
        assertThat(summary.unbalanced()).isZero();
        assertThat(count("bank_transaction WHERE amount_minor = 5000")).isEqualTo(2);
        assertThat(count("bank_statement WHERE balanced AND entries = 5 AND opening_minor = 10000"))
                .isEqualTo(1);
    }

    @Test
    void changes_nothing_when_a_file_comes_again() throws IOException {
        enter(DAY);
        ImportSummary again = enter(DAY);
        assertThat(again.entered()).isZero();
        assertThat(again.known()).isEqualTo(8);
        assertThat(count("bank_transaction")).isEqualTo(8);
        assertThat(count("bank_statement")).isEqualTo(1);
    }

    @Test
    void gives_back_exactly_what_was_entered() throws IOException {
        List<BankTransaction> read = Gathered.of(DAY).transactions;
        enter(DAY);
        assertThat(takeUp(100)).extracting(Entered::transaction).containsExactlyElementsOf(read.subList(0, 7));
    }

    @Test
    void takes_each_booked_transaction_up_once_and_never_a_pending_one() throws IOException {
        enter(DAY);
        assertThat(takeUp(3)).extracting(Entered::id).containsExactly(1L, 2L, 3L);
        assertThat(takeUp(4)).extracting(Entered::id).containsExactly(4L, 5L, 6L, 7L);
        assertThat(takeUp(4)).isEmpty();
        enter(DAY);
        assertThat(takeUp(4)).isEmpty();
        assertThat(count("bank_import WHERE taken_up_to < last_id")).isZero();
    }

    @Test
    void forgets_a_take_up_that_was_rolled_back_and_keeps_replicas_apart() throws IOException {
        enter(DAY);
        transaction.executeWithoutResult(status -> {
            assertThat(waiting.takeUp(3)).hasSize(3);
            assertThat(CompletableFuture.supplyAsync(() -> takeUp(3)).join())
                    .as("another replica does not wait for this one")
                    .isEmpty();
            status.setRollbackOnly();
        });
        assertThat(takeUp(3)).extracting(Entered::id).containsExactly(1L, 2L, 3L);
    }

    @Test
    void takes_a_pending_transaction_up_once_it_is_booked() throws IOException {
        enter(DAY);
        assertThat(takeUp(100)).hasSize(7);
        byte[] booked =
                new String(DAY, StandardCharsets.UTF_8).replace("PDNG", "BOOK").getBytes(StandardCharsets.UTF_8);
        assertThat(enter(booked).entered()).isEqualTo(1);
        assertThat(takeUp(100)).singleElement().satisfies(entered -> {
            assertThat(entered.id()).isGreaterThan(8);
            assertThat(entered.transaction().amount().toDecimal()).isEqualTo("999.00");
        });
        assertThat(enter(DAY).entered()).as("pending again is no news").isZero();
        assertThat(count("bank_transaction")).isEqualTo(8);
    }

    @Test
    void keeps_what_came_before_the_point_where_a_file_breaks_off() throws IOException {
        byte[] half = Arrays.copyOf(DAY, DAY.length * 2 / 3);
        assertThatThrownBy(() -> enter(half)).isInstanceOf(StatementReadException.class);
        long kept = count("bank_transaction");
        assertThat(kept).isPositive().isLessThan(8);
        assertThat(enter(DAY).entered()).isEqualTo(8 - kept);
    }

    @Test
    void ends_with_the_same_book_however_files_overlap_and_repeat() throws IOException {
        long seed = 20_260_310L;
        Random random = new Random(seed);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String text = "RE-" + random.nextInt(40);
            String id = random.nextBoolean() ? "<AcctSvcrRef>B" + random.nextInt(200) + "</AcctSvcrRef>" : "";
            entries.add(Gathered.entry(
                    "<Amt Ccy='EUR'>" + (1 + random.nextInt(3)) + "</Amt>",
                    id + "<AddtlNtryInf>" + text + "</AddtlNtryInf>"));
        }
        byte[] whole = Gathered.statement(String.join("", entries)).getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20; round++) {
            int upTo = random.nextInt(entries.size() + 1);
            String part = Gathered.statement(String.join("", entries.subList(0, upTo)));
            enter(part.getBytes(StandardCharsets.UTF_8));
        }
        enter(whole);
        enter(whole);
        assertThat(count("bank_transaction")).as("seed %d", seed).isEqualTo(entries.size());
        assertThat(takeUp(1_000).size() + takeAll()).as("each is taken up once").isEqualTo(entries.size());
    }

    @Test
    void enters_transactions_of_an_interface_like_those_of_a_file() throws IOException {
        List<BankTransaction> read = Gathered.of(DAY).transactions;
        assertThat(book.enter(read, new Source("api", null, null)).entered()).isEqualTo(8);
        assertThat(enter(DAY).entered()).isZero();
    }

    private int takeAll() {
        int all = 0;
        for (List<Entered> some = takeUp(50); !some.isEmpty(); some = takeUp(50)) {
            all += some.size();
        }
        return all;
    }

    private ImportSummary enter(byte[] file) throws IOException {
        List<RejectedEntry> rejected = new ArrayList<>();
        ImportSummary summary =
                book.enter(new ByteArrayInputStream(file), new Source("test.xml", null, null), rejected::add);
        assertThat(rejected).isEmpty();
        return summary;
    }

    private List<Entered> takeUp(int limit) {
        return transaction.execute(status -> waiting.takeUp(limit));
    }

    private long count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }
}
