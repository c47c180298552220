package io.recoup.intake;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the site's routes, maps, contracts, policies and templates lie.
 *
 * @param folder relative to the working directory, or absolute
 */
@ConfigurationProperties("recoup.routes")
public record RoutesFolder(@DefaultValue("routes") Path folder) {

    public Path maps() {
        return folder.resolve("maps");
    }

    public Path contracts() {
        return folder.resolve("contracts");
    }
}
