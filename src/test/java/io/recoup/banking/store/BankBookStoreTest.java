package io.recoup.banking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankBook.ImportSummary;
import io.recoup.banking.BankBook.Source;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.BookOfRecord;
import io.recoup.banking.Gathered;
import io.recoup.banking.NewTransactions;
import io.recoup.banking.NewTransactions.Entered;
import io.recoup.banking.RejectedEntry;
import io.recoup.banking.StatementReadException;
import io.recoup.testing.PostgresTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
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

    /** Here the bank's room is alone: nobody makes receipts of what it hands out. */
    @AfterEach
    void leave_what_was_taken_up_to_a_person() {
        jdbc.sql("""
                INSERT INTO open_booking (transaction_id, why, detail)
                SELECT id, 'said', 'nobody receives it' FROM bank_transaction ON CONFLICT DO NOTHING
                """).update();
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
    void keeps_what_an_intraday_report_tells_as_advice_and_books_it_once_when_the_statement_tells_it()
            throws IOException {
        byte[] report = as("camt.052", "BkToCstmrAcctRpt", "Rpt");
        assertThat(enter(report).entered()).isEqualTo(8);
        assertThat(takeUp(100)).as("advice pays nothing").isEmpty();
        assertThat(count("bank_transaction WHERE status = 'advice'")).isEqualTo(7);
        assertThat(count("bank_statement WHERE advice")).isEqualTo(1);
        assertThat(enter(report).entered()).as("the same advice is no news").isZero();

        assertThat(enter(DAY).entered()).isEqualTo(7);
        assertThat(takeUp(100)).hasSize(7);
        assertThat(count("bank_transaction")).isEqualTo(8);
        assertThat(count("bank_transaction WHERE status = 'advice'")).isZero();

        assertThat(enter(report).entered())
                .as("advice of what is booked is no news")
                .isZero();
        assertThat(takeUp(100)).isEmpty();
    }

    @Test
    void books_the_parts_of_a_notification_instead_of_the_statement_where_told_to() throws IOException {
        byte[] notification = as("camt.054", "BkToCstmrDbtCdtNtfctn", "Ntfctn");
        Source parts = new Source("test.xml", null, null, BookOfRecord.of("054"));
        assertThat(enter(DAY, parts).entered()).isEqualTo(8);
        assertThat(takeUp(100)).isEmpty();
        assertThat(enter(notification, parts).entered()).isEqualTo(7);
        assertThat(takeUp(100)).hasSize(7);
        assertThat(enter(notification, new Source("test.xml", null, null)).entered())
                .isZero();
    }

    @Test
    void prefers_advice_to_what_is_only_pending() throws IOException {
        byte[] pending =
                new String(DAY, StandardCharsets.UTF_8).replace("BOOK", "PDNG").getBytes(StandardCharsets.UTF_8);
        assertThat(enter(pending).entered()).isEqualTo(8);
        assertThat(enter(as("camt.052", "BkToCstmrAcctRpt", "Rpt")).entered()).isEqualTo(7);
        assertThat(enter(pending).entered()).isZero();
        assertThat(count("bank_transaction WHERE status = 'advice'")).isEqualTo(7);
    }

    @Test
    void leaves_the_planner_as_it_was_for_the_rest_of_the_callers_transaction() throws IOException {
        transaction.executeWithoutResult(status -> {
            try {
                enter(DAY);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            assertThat(jdbc.sql("SHOW enable_seqscan").query(String.class).single())
                    .isEqualTo("on");
        });
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

    /** The same day, told by another message. */
    private static byte[] as(String message, String root, String part) {
        return new String(DAY, StandardCharsets.UTF_8)
                .replace("camt.053", message)
                .replace("BkToCstmrStmt", root)
                .replaceAll("(</?)Stmt>", "$1" + part + ">")
                .getBytes(StandardCharsets.UTF_8);
    }

    private ImportSummary enter(byte[] file) throws IOException {
        return enter(file, new Source("test.xml", null, null));
    }

    private ImportSummary enter(byte[] file, Source source) throws IOException {
        List<RejectedEntry> rejected = new ArrayList<>();
        ImportSummary summary = book.enter(new ByteArrayInputStream(file), source, rejected::add);
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
