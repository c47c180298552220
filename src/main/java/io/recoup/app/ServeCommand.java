package io.recoup.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs the server until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Run recoup: routes, ledger and console. This is what happens without a command.",
        footerHeading = "%nSettings are given as --key=value, environment variables or config/application.yaml:%n",
        footer = {
            "  --server.port=9090",
            "  --recoup.database.folder=/var/lib/recoup/postgresql",
            "  --recoup.database.url=jdbc:postgresql://db.example.com/recoup",
            "  --spring.profiles.active=production"
        })
final class ServeCommand implements Callable<Integer> {

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        ConfigurableApplicationContext context;
        try {
            context = SpringApplication.run(RecoupApplication.class, settings.toArray(String[]::new));
        } catch (RuntimeException reported) {
            // Spring has written the reason, or the remedy of a StartRefused, to the log
            return 1;
        }
        CountDownLatch closed = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        closed.await();
        return 0;
    }
}
