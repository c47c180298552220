package io.recoup.connectors;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** An in door: a route ends here. */
final class InDoorEndpoint extends DefaultEndpoint {

    private final DoorOptions options;

    InDoorEndpoint(String uri, RecoupComponent component, DoorOptions options) {
        super(uri, component);
        this.options = options;
    }

    @Override
    public Producer createProducer() {
        return new InDoorProducer(this, options);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("recoup:" + options.door().label()
                + " is an in door: write it as the last 'to' of a route, not as its 'from'");
    }
}
