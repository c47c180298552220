package io.recoup.dunning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Letters under a policy that the test states. */
abstract class OwnPolicyTest extends LettersTest {

    private static final String CREDITOR = """
            creditor:
              name: Molino Verde S.L.
              from: cobros@molinoverde.example
              replyTo: cobros@molinoverde.example
              language: en
              country: ES
              zone: Europe/Madrid
            """;

    protected Path routes;

    /** What stands below {@code creditor:} in the file, indented by two, then the other blocks. */
    protected abstract String policy();

    @Override
    protected Path routes() throws IOException {
        routes = Files.createTempDirectory("recoup-routes-");
        Path policies = Files.createDirectory(routes.resolve("policies"));
        FileSystemUtils.copyRecursively(Path.of("routes/templates"), routes.resolve("templates"));
        FileSystemUtils.copyRecursively(Path.of("routes/policies/packs"), policies.resolve("packs"));
        Files.writeString(policies.resolve("p.yaml"), CREDITOR + policy());
        return routes;
    }

    protected Runs runs() {
        return house.get(Runs.class);
    }

    /** Plans and sends day by day, both ends included. */
    protected void days(int from, int until) {
        for (int late = from; late <= until; late++) {
            house.today = today = DUE.plusDays(late);
            dunning.plan(today);
            dunning.sendDue();
        }
    }
}
