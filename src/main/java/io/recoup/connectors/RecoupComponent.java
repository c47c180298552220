package io.recoup.connectors;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code recoup:<door>?<options>}: the one thing an IT engineer learns. The doors and their options are those of
 * {@link Door}; what happens inside is a bean found by the door's name when the route starts, so that a route can be
 * checked without a database.
 */
public final class RecoupComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        Door door = Door.named(remaining)
                .orElseThrow(() -> new IllegalArgumentException("recoup: has no door '" + remaining + "'. Doors: "
                        + Door.labels() + ". Example: " + Door.INVOICES.example()));
        DoorOptions options = DoorOptions.of(door, parameters);
        parameters.clear();
        return door.way() == Door.Way.IN
                ? new InDoorEndpoint(uri, this, options)
                : new OutDoorEndpoint(uri, this, options);
    }
}
