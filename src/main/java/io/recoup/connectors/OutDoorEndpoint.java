package io.recoup.connectors;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ScheduledPollEndpoint;

/** An out door: a route starts here. */
final class OutDoorEndpoint extends ScheduledPollEndpoint {

    private final DoorOptions options;

    OutDoorEndpoint(String uri, RecoupComponent component, DoorOptions options) {
        super(uri, component);
        this.options = options;
        setDelay(options.delay().toMillis());
        setInitialDelay(options.initialDelay().toMillis());
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        var consumer = options.door() == Door.EVENTS
                ? new EventsConsumer(this, processor, options)
                : new OutDoorConsumer(this, processor, options);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("recoup:" + options.door().label()
                + " is an out door: write it as the 'from' of a route, not as a 'to'");
    }
}
