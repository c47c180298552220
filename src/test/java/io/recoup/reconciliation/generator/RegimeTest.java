package io.recoup.reconciliation.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegimeTest {

    @Test
    void the_manual_has_every_rate() throws IOException {
        String page = Files.readString(Path.of("src/docs/generate.md"));
        List<RateTable> tables = List.of(
                Regime.FIGURES,
                Regime.PRICING,
                Regime.HABITS,
                Regime.DEEDS,
                Regime.WORDINGS,
                Regime.LISTINGS,
                Regime.OTHERS);
        for (RateTable table : tables) {
            table.lines().lines().forEach(line -> {
                String[] cells = line.strip().split(" +");
                assertThat(page)
                        .contains("| `" + cells[0] + "` | " + cells[1] + " | " + cells[2] + " | " + cells[3] + " |");
            });
        }
        assertThat(page).contains("`Regime`, version " + Regime.VERSION + ".");
    }

    @Test
    void mixed_has_every_wording_and_listing_and_weights_of_zero_never_happen() {
        assertThat(Regime.MIXED.rates().wordings().outcomes()).containsExactly(Wording.values());
        assertThat(Regime.MIXED.rates().listings().outcomes()).containsExactly(Listing.values());
        assertThat(Regime.STRUCTURED.rates().wordings().outcomes())
                .contains(Wording.ISSUED)
                .doesNotContain(Wording.OCR, Wording.STALE);
    }

    @Test
    void a_name_that_nothing_has_is_refused() {
        RateTable table = new RateTable("bribe 1 2 3");
        assertThatThrownBy(() -> table.figure(Regime.HARD, "bundle")).hasMessage("no rate is named bundle");
        assertThat(table.figure(Regime.HARD, "bribe")).isEqualTo(3);
    }
}
