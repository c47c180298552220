package io.recoup.app.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.contract.InvoiceReader;
import io.recoup.intake.contract.Json;
import io.recoup.reconciliation.match.Book;
import io.recoup.reconciliation.match.MatchItem;
import org.junit.jupiter.api.Test;

class OpenItemsTest {

    private static final String PARTS =
            ",\"instalments\":[{\"number\":1,\"dueOn\":\"2026-06-01\",\"amount\":\"40.00\"},"
                    + "{\"number\":2,\"dueOn\":\"2026-07-01\",\"amount\":\"60.00\"}]";

    private final OpenItems items = new OpenItems();

    @Test
    void what_is_paid_fills_the_oldest_instalments_first() {
        add("erp", "1", "C-1", ",\"open\":\"55.00\"" + PARTS);
        assertThat(items.enter(new Book()))
                .extracting(MatchItem::instalment, item -> item.open().toDecimal())
                .containsExactly(tuple(1, "0.00"), tuple(2, "55.00"));
    }

    @Test
    void instalments_that_do_not_add_up_are_told() {
        assertThatThrownBy(() -> add("erp", "1", "C-1", PARTS.replace("60.00", "61.00")))
                .isInstanceOf(FlawedRecord.class)
                .hasMessage("instalments add up to 101.00 EUR, not to the total of 100.00 EUR");
    }

    @Test
    void a_customer_number_of_two_sources_is_told_apart_by_its_source() {
        add("erp", "1", "C-1", "");
        add("shop", "1", "C-1", "");
        add("shop", "2", "C-2", "");
        assertThat(items.enter(new Book())).extracting(MatchItem::debtor).containsExactly("erp:C-1", "shop:C-1", "C-2");
    }

    @Test
    void what_comes_again_replaces_what_it_was_unless_it_is_older() {
        add("erp", "1", "C-1", ",\"changedAt\":\"2026-06-02T00:00:00Z\",\"open\":\"20.00\"");
        add("erp", "1", "C-1", ",\"changedAt\":\"2026-06-01T00:00:00Z\"");
        add("erp", "2", "C-1", "");
        add("erp", "2", "C-1", ",\"state\":\"cancelled\"");
        assertThat(items.enter(new Book()))
                .extracting(item -> item.open().toDecimal())
                .containsExactly("20.00", "0.00");
    }

    private void add(String source, String id, String debtor, String more) {
        String json =
                "{\"source\":\"" + source + "\",\"sourceId\":\"" + id + "\",\"kind\":\"invoice\",\"number\":\"R-" + id
                        + "\",\"issuedOn\":\"2026-05-01\",\"currency\":\"EUR\",\"total\":\"100.00\"" + more
                        + ",\"debtor\":{\"sourceId\":\"" + debtor + "\",\"name\":\"Forno Brera\"}}";
        try {
            items.add(InvoiceReader.invoice(Json.MAPPER.readTree(json)));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(json, broken);
        }
    }
}
