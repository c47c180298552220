package io.recoup.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.intake.InDoor;
import io.recoup.testing.PostgresTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InboxStoreTest extends PostgresTest {

    private InboxStore inbox;

    @BeforeAll
    void open() {
        inbox = new InboxStore(jdbc);
    }

    @Test
    void a_status_that_comes_back_is_news_though_its_bytes_are_known() {
        StoredDelivery active = keep("case-reports", "C-1", "active", true);
        StoredDelivery paused = keep("case-reports", "C-1", "paused", true);
        StoredDelivery again = keep("case-reports", "C-1", "active", true);

        assertThat(again.id()).isGreaterThan(paused.id()).isNotEqualTo(active.id());
        assertThat(keep("case-reports", "C-1", "active", true)).matches(d -> d.id() == again.id() && d.repeats() == 1);
    }

    @Test
    void how_another_case_stands_does_not_make_a_repetition_news() {
        StoredDelivery one = keep("case-reports", "C-2", "active", true);
        keep("case-reports", "C-3", "paid", true);

        assertThat(keep("case-reports", "C-2", "active", true).id()).isEqualTo(one.id());
    }

    @Test
    void a_file_dropped_again_after_newer_ones_is_no_news() {
        StoredDelivery monday = keep("invoices", "monday.csv", "open 100", false);
        keep("invoices", "tuesday.csv", "open 0", false);

        assertThat(keep("invoices", "monday-copy.csv", "open 100", false).id()).isEqualTo(monday.id());
    }

    private StoredDelivery keep(String door, String name, String text, boolean latestOnly) {
        InputStream body = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        InDoor.Delivery delivery = new InDoor.Delivery("somebody", name, body);
        try (Spool spool = Spool.of(body)) {
            return transaction.execute(status -> {
                StoredDelivery kept = inbox.keep(door, delivery, spool, Map.of(), latestOnly);
                inbox.finish(kept.id(), "applied", 1, 0, null);
                return inbox.get(kept.id()).orElseThrow();
            });
        }
    }
}
