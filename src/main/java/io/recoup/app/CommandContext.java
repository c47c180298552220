package io.recoup.app;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The rooms without their routes and without the web, for a command that needs the books. It shares the database of
 * a running recoup, or starts the embedded one for as long as it is open. The profile is {@value #PROFILE}, so that
 * nothing of the demo runs twice.
 */
final class CommandContext {

    static final String PROFILE = "command";

    private CommandContext() {}

    /** @param settings as {@code --key=value} */
    static ConfigurableApplicationContext open(String... settings) {
        String[] defaults = {
            "--spring.profiles.active=" + PROFILE,
            "--camel.main.auto-startup=false",
            "--camel.main.java-routes-exclude-pattern=**/*",
            "--recoup.database.attach=true",
            "--logging.level.root=warn"
        };
        return new SpringApplicationBuilder(RecoupApplication.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(Arrays.stream(defaults), Arrays.stream(settings))
                        .toArray(String[]::new));
    }
}
