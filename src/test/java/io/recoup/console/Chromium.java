package io.recoup.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The real browser of the machine; where there is none, a test that asks for it is skipped, or fails if it must run. */
final class Chromium {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private Chromium() {}

    /** To be closed by the test. */
    static Playwright playwright() {
        boolean there = Files.isExecutable(PROGRAM);
        if (!there && "required".equals(System.getenv("RECOUP_HEAVY"))) {
            throw new IllegalStateException("no browser at " + PROGRAM + ": apt-get install chromium");
        }
        Assumptions.assumeTrue(there, () -> "skipped: no browser at " + PROGRAM);
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
    }
}
