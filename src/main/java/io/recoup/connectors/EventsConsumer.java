package io.recoup.connectors;

import io.recoup.outbox.Outbox;
import io.recoup.outbox.RecordedFact;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the book of facts for one subscriber, in order, at least once: the facts are taken in a transaction that
 * commits after the route has carried all of them. If one fails, the whole batch comes again at the next look, so the
 * receiver must know a fact by its {@code RecoupFactId}; a fact that always fails holds up those behind it.
 */
final class EventsConsumer extends ScheduledPollConsumer {

    private final DoorOptions options;
    private Outbox outbox;
    private TransactionTemplate transaction;

    EventsConsumer(OutDoorEndpoint endpoint, Processor processor, DoorOptions options) {
        super(endpoint, processor);
        this.options = options;
    }

    @Override
    protected void doStart() throws Exception {
        var context = getEndpoint().getCamelContext();
        outbox = DoorBeans.only(context, Outbox.class, Door.EVENTS);
        transaction = new TransactionTemplate(DoorBeans.only(context, PlatformTransactionManager.class, Door.EVENTS));
        super.doStart();
    }

    @Override
    protected int poll() {
        List<String> types = options.text("types")
                .map(names ->
                        Arrays.stream(names.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
        String subscriber = options.text("subscriber").orElseGet(this::getRouteId);
        Integer carried = transaction.execute(status -> {
            List<RecordedFact> facts = outbox.take(subscriber, types, options.batch());
            facts.forEach(this::carry);
            return facts.size();
        });
        return carried == null ? 0 : carried;
    }

    private void carry(RecordedFact fact) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(fact.json());
            exchange.getMessage().setHeader("RecoupFactId", fact.id());
            exchange.getMessage().setHeader("RecoupFactType", fact.type());
            exchange.getMessage().setHeader("RecoupFactSubject", fact.subject());
            exchange.getMessage()
                    .setHeader("RecoupFactRecordedAt", fact.recordedAt().toString());
            getProcessor().process(exchange);
            if (exchange.getException() != null
                    || exchange.getExchangeExtension().isFailureHandled()) {
                throw new IllegalStateException(
                        "fact " + fact.id() + " was not carried; it comes again", exchange.getException());
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("fact " + fact.id() + " was not carried; it comes again", failure);
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
