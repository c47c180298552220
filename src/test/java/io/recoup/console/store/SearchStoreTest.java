package io.recoup.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.RecoupTest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose tax id it is that somebody typed. */
class SearchStoreTest extends RecoupTest {

    @Autowired
    private SearchRows search;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    void enter_debtors() {
        debtor("Viña Alta SpA", "76.123.456-K");
        debtor("Fuchs GmbH", "DE123456789");
        debtor("Fuchs Filiale", "de 123-456-789");
        debtor("Punctuation only", "-.-");
        debtor("Without", null);
    }

    @AfterAll
    void leave_nothing_for_others() {
        jdbc.sql("DELETE FROM debtor WHERE source = 'tax'").update();
    }

    @ParameterizedTest
    @CsvSource({
        "76.123.456-K, Viña Alta SpA",
        "76123456-k, Viña Alta SpA",
        "76 123 456 k, Viña Alta SpA",
        "DE 123 456 789, Fuchs Filiale|Fuchs GmbH",
        "de123456789, Fuchs Filiale|Fuchs GmbH",
        "DE12345678, ''",
        "123456789, ''",
        "'.', ''"
    })
    void punctuation_and_case_do_not_matter_and_everything_else_does(String typed, String names) {
        assertThat(search.ofTaxId(typed, 10))
                .extracting(SearchRows.FoundDebtor::name)
                .containsExactlyElementsOf(names.isEmpty() ? List.of() : List.of(names.split("[|]")));
    }

    @Test
    void the_index_finds_it_and_no_debtor_is_read_for_nothing() {
        List<String> plan = transaction.execute(status -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update(); // a table this small is read whole otherwise
            return jdbc.sql("EXPLAIN " + SearchRows.OF_TAX_ID)
                    .param("typed", "76.123.456-k")
                    .param("limit", 10)
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan)).contains("debtor_tax_id", "Index Cond");
    }

    private void debtor(String name, String taxId) {
        jdbc.sql("""
                INSERT INTO debtor (creditor_id, source, source_id, name, tax_id)
                VALUES ((SELECT min(id) FROM creditor), 'tax', :name, :name, :taxId)
                """).param("name", name).param("taxId", taxId).update();
    }
}
