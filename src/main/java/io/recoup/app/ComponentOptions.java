package io.recoup.app;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.PropertyBindingSupport;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Applies {@code camel.component.<name>.<option>} settings. The components have no Spring Boot starter here, and
 * without one Camel ignores such settings silently; a misspelt option must stop the start instead.
 */
@org.springframework.stereotype.Component
class ComponentOptions implements CamelContextConfiguration {

    private final Binder settings;

    ComponentOptions(Environment environment) {
        this.settings = Binder.get(environment);
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        camel.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onComponentAdd(String name, Component component) {
                apply(camel, name, component);
            }
        });
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {}

    private void apply(CamelContext camel, String name, Component component) {
        Map<String, Object> options =
                new HashMap<>(settings.bind("camel.component." + name, Bindable.mapOf(String.class, Object.class))
                        .orElse(Map.of()));
        if (!options.isEmpty()) {
            PropertyBindingSupport.build()
                    .withCamelContext(camel)
                    .withTarget(component)
                    .withProperties(options)
                    .withIgnoreCase(true)
                    .withMandatory(true)
                    .bind();
        }
    }
}
