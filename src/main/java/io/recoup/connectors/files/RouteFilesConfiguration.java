package io.recoup.connectors.files;

import io.recoup.connectors.OutsideHeaders;
import io.recoup.connectors.RouteFileSettings;
import io.recoup.intake.RoutesFolder;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the loader of route files and what every route gets: secrets, and no control headers from outside. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RouteFileSettings.class, RoutesFolder.class})
class RouteFilesConfiguration {

    @Bean
    RouteFiles routeFileBook(CamelContext camel, RoutesFolder folder, Rehearsal rehearsal, Clock clock) {
        return new RouteFiles(folder.folder(), rehearsal, new RouteSwitch(camel), clock);
    }

    @Bean
    Rehearsal routeRehearsal(CamelContext camel, RouteFileSettings settings) {
        return new Rehearsal(
                name -> camel.getPropertiesComponent().resolveProperty(name).orElse(null), settings);
    }

    @Bean
    RouteFilesClockwork routeFilesClockwork(RouteFiles files, CamelContext camel, RouteFileSettings settings) {
        return new RouteFilesClockwork(files, camel, settings);
    }

    /** The bean's name is the component's name in the health answer. */
    @Bean
    RouteFilesHealth routeFiles(RouteFiles files) {
        return new RouteFilesHealth(files);
    }

    @Bean
    CamelContextConfiguration everyRoute(RouteFileSettings settings) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                camel.getPropertiesComponent().addPropertiesFunction(new SecretFunction(settings.secrets()));
                camel.addRoutePolicyFactory(new OutsideHeaders());
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {}
        };
    }
}
