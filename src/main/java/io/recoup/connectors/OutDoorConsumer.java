package io.recoup.connectors;

import io.recoup.outbox.Failure;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims due work, runs the route once per task and tells the door what came of it. No transaction is open while the
 * route runs. A task whose outcome cannot be stored is given out again when its lease ends.
 */
final class OutDoorConsumer extends ScheduledPollConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(OutDoorConsumer.class);

    private final DoorOptions options;
    private OutDoor door;

    OutDoorConsumer(OutDoorEndpoint endpoint, Processor processor, DoorOptions options) {
        super(endpoint, processor);
        this.options = options;
    }

    @Override
    protected void doStart() throws Exception {
        door = DoorBeans.outDoor(getEndpoint().getCamelContext(), options.door());
        super.doStart();
    }

    @Override
    protected int poll() {
        List<OutTask> tasks = door.claim(options.partner(), options.batch());
        int run = 0;
        for (OutTask task : tasks) {
            if (!isRunAllowed() || isStoppingOrStopped()) {
                LOG.info("{}: stopping, {} claimed tasks wait for their lease", label(), tasks.size() - run);
                break;
            }
            run(task);
            run++;
        }
        return run;
    }

    private void run(OutTask task) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(body(task));
            exchange.getMessage().setHeader("Idempotency-Key", task.key());
            exchange.getMessage().setHeader("RecoupAttempt", task.attempt());
            getProcessor().process(exchange);
            Throwable failure = failureOf(exchange);
            if (failure != null) {
                failed(task, Verdict.on(failure));
                return;
            }
            succeeded(task, exchange);
        } catch (Exception failure) {
            failed(task, Verdict.on(failure));
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private Object body(OutTask task) throws java.io.IOException {
        return options.text("columns").isPresent()
                ? CsvLine.of(task.json(), options.text("columns").get())
                : task.json();
    }

    private void succeeded(OutTask task, Exchange exchange) throws Exception {
        String answer = null;
        if (options.door().wantsAnswer()) {
            answer = Bodies.answer(exchange);
            Bodies.requireJson(answer);
        }
        try {
            door.succeeded(task, answer);
        } catch (IllegalArgumentException notOurContract) {
            failed(task, new Verdict(Failure.MALFORMED, notOurContract.getMessage()));
        } catch (RuntimeException notStored) {
            LOG.error("{}: task {} was done, but its outcome could not be stored", label(), task.id(), notStored);
        }
    }

    private void failed(OutTask task, Verdict verdict) {
        LOG.warn("{}: task {} attempt {}: {}", label(), task.id(), task.attempt(), verdict.failure());
        try {
            door.failed(task, verdict.failure(), verdict.message());
        } catch (RuntimeException notStored) {
            LOG.error("{}: failure of task {} could not be stored", label(), task.id(), notStored);
        }
    }

    /** A failure that an onException of the route has handled is still a failure of the task. */
    private static Throwable failureOf(Exchange exchange) {
        if (exchange.getException() != null) {
            return exchange.getException();
        }
        boolean handled = exchange.getExchangeExtension().isFailureHandled();
        return handled ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class) : null;
    }

    private String label() {
        return options.door().label() + " to " + options.partner();
    }
}
