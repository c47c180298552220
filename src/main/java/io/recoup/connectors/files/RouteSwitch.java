package io.recoup.connectors.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the routes of one file into the running Camel and takes them out again. */
final class RouteSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(RouteSwitch.class);

    /** A route may be in the middle of a file or a call. */
    private static final int STOP_SECONDS = 30;

    private final CamelContext camel;
    private final ModelCamelContext model;

    RouteSwitch(CamelContext camel) {
        this.camel = camel;
        this.model = (ModelCamelContext) camel;
    }

    /** @throws Exception if a route does not start; parts of the file may then be in Camel */
    void on(ReadFile file, byte[] bytes) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromBytes("file:" + file.name(), bytes));
        for (String id : file.live()) {
            if (camel.getRoute(id) == null) {
                throw new IllegalStateException("route '" + id + "' did not start");
            }
        }
    }

    /** Never throws: what cannot be stopped is logged and taken out of the model, so that it cannot start again. */
    void off(ReadFile file) {
        List<String> ids = new ArrayList<>(file.routes.keySet());
        Collections.reverse(ids);
        ids.forEach(this::route);
        file.templates.forEach(id -> attempt("template " + id, () -> {
            var template = model.getRouteTemplateDefinition(id);
            if (template != null) {
                model.removeRouteTemplateDefinition(template);
            }
        }));
        file.configurations.forEach(id -> attempt("route configuration " + id, () -> {
            var configuration = model.getRouteConfigurationDefinition(id);
            if (configuration != null) {
                model.removeRouteConfiguration(configuration);
            }
        }));
    }

    private void route(String id) {
        attempt("route " + id, () -> {
            if (camel.getRoute(id) != null) {
                camel.getRouteController().stopRoute(id, STOP_SECONDS, TimeUnit.SECONDS);
                camel.removeRoute(id);
            }
        });
        attempt("route " + id, () -> {
            var definition = model.getRouteDefinition(id);
            if (definition != null) {
                model.removeRouteDefinition(definition);
            }
        });
    }

    boolean hasRoute(String id) {
        return camel.getRoute(id) != null || model.getRouteDefinition(id) != null;
    }

    Set<String> configurations() {
        return ids(model.getRouteConfigurationDefinitions());
    }

    Set<String> templates() {
        return ids(model.getRouteTemplateDefinitions());
    }

    private static Set<String> ids(List<? extends OptionalIdentifiedDefinition<?>> definitions) {
        return definitions.stream()
                .map(OptionalIdentifiedDefinition::getId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }

    private interface Act {
        void run() throws Exception;
    }

    private static void attempt(String what, Act act) {
        try {
            act.run();
        } catch (Exception failure) {
            LOG.warn("could not take out {}", what, failure);
        }
    }
}
