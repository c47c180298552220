package io.recoup.intake;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a site's own files lie: route files, maps, policies, templates, contracts.
 *
 * @param folder absolute, or relative to the working folder
 */
@ConfigurationProperties("recoup.routes")
public record RoutesFolder(@DefaultValue("routes") Path folder) {}
