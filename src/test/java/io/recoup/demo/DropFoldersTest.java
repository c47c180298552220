package io.recoup.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFoldersTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-02");

    @TempDir
    private Path inbox;

    @Test
    void a_day_waits_until_somebody_took_its_files() throws Exception {
        Path file = inbox.resolve("erp/partidas-2026-03-02.csv");
        CompletableFuture<Void> route = CompletableFuture.runAsync(() -> takeAway(file));
        assertThat(folders(Duration.ofSeconds(20)).run(FIRST_DAY)).isEqualTo("1 file in");
        route.get();
    }

    @Test
    void a_day_whose_files_nobody_takes_does_not_end() {
        assertThatThrownBy(() -> folders(Duration.ofMillis(1)).run(FIRST_DAY))
                .hasMessageContaining("nobody took")
                .hasMessageContaining("partidas-2026-03-02.csv");
    }

    @Test
    void a_day_without_files_does_not_wait() {
        assertThat(folders(Duration.ofMillis(1)).run(LocalDate.parse("2026-03-04")))
                .isEmpty();
    }

    private DropFolders folders(Duration patience) {
        DemoSettings settings = new DemoSettings(FIRST_DAY, null, inbox, inbox, 0, 0, patience);
        return new DropFolders(settings, new Patience(settings, Clock.systemUTC()));
    }

    private static void takeAway(Path file) {
        try {
            while (!Files.deleteIfExists(file)) {
                Thread.onSpinWait();
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
