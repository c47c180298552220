package io.recoup.connectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recoup.intake.DoorReport;
import io.recoup.intake.InDoor;
import io.recoup.intake.InDoor.Delivery;
import java.io.InputStream;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the body to the door as a stream. Afterwards the body is the {@link DoorReport} as JSON, and the headers are
 * {@code RecoupInbox}, {@code RecoupApplied}, {@code RecoupQuarantined} and, if the whole delivery could not be read,
 * {@code RecoupProblem}; of what came in only the file's name stays.
 */
final class InDoorProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(InDoorProducer.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DoorOptions options;
    private InDoor door;

    InDoorProducer(Endpoint endpoint, DoorOptions options) {
        super(endpoint);
        this.options = options;
    }

    @Override
    protected void doStart() throws Exception {
        door = DoorBeans.inDoor(getEndpoint().getCamelContext(), options.door());
        super.doStart();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        String name = Headers.fileName(message);
        DoorReport report;
        try (InputStream body = Bodies.stream(exchange)) {
            report = door.accept(new Delivery(options.partner(), name, body), options.values());
        }
        answer(exchange, report);
        LOG.info(
                "{} from {}: inbox {}, {} applied, {} unchanged, {} quarantined{}",
                options.door().label(),
                options.partner(),
                report.inbox(),
                report.applied(),
                report.unchanged(),
                report.quarantined(),
                report.problem() == null ? "" : ", not readable");
        if (report.problem() != null && options.failsOnProblem()) {
            throw new DeliveryRefused(name, report);
        }
    }

    private static void answer(Exchange exchange, DoorReport report) throws JsonProcessingException {
        Message message = exchange.getMessage();
        Headers.stripBehindDoor(exchange);
        message.setHeader("RecoupInbox", report.inbox());
        message.setHeader("RecoupApplied", report.applied());
        message.setHeader("RecoupQuarantined", report.quarantined());
        if (report.problem() != null) {
            message.setHeader("RecoupProblem", report.problem());
        }
        message.setBody(JSON.writeValueAsString(report));
    }
}
