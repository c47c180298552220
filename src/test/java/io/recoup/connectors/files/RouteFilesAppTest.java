package io.recoup.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.connectors.RouteFileBook;
import io.recoup.connectors.RouteFileStatus;
import io.recoup.testing.AppTest;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

/** What the loader gets from Spring. */
class RouteFilesAppTest extends AppTest {

    @Autowired
    private RouteFileBook book;

    @Autowired
    private CamelContext camel;

    @Autowired
    private RouteFilesHealth health;

    @Test
    void has_looked_at_the_shipped_files_before_recoup_is_ready() {
        assertThat(book.files()).isNotEmpty().allSatisfy(file -> assertThat(file.problems())
                .isEmpty());
        assertThat(health.health().getDetails()).hasSameSizeAs(book.files());
    }

    @Test
    void the_shipped_routes_are_off_without_their_addresses_and_that_is_no_fault() {
        assertThat(book.files())
                .extracting(RouteFileStatus::file)
                .contains("accounting/demo-erp.camel.yaml", "agency/demo-agency.camel.yaml");
        assertThat(book.files()).extracting(RouteFileStatus::state).containsOnly(RouteFileStatus.State.OFF);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(camel.getRoute("demo-bank-statements")).isNull();
    }

    @Test
    void reads_secrets_in_the_running_camel_as_in_the_rehearsal() {
        assertThatThrownBy(() -> camel.resolvePropertyPlaceholders("{{secret:absent}}"))
                .rootCause()
                .hasMessageContaining("absent");
        assertThat(camel.getRoutePolicyFactories()).isNotEmpty();
    }
}
