package io.recoup.connectors;

import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.util.StringHelper;

/** Strips control headers from every message that another party wrote, as it enters a route. */
public final class OutsideHeaders implements RoutePolicyFactory {

    private static final Set<String> INSIDE =
            Set.of("recoup", "direct", "seda", "timer", "quartz", "scheduler", "file", "mock");

    private static final Map<String, String> OWN = Map.of(
            "imap", "CamelMail",
            "imaps", "CamelMail",
            "sftp", "CamelFile",
            "ftps", "CamelFile",
            "recoup-sftp", "CamelFile",
            "kafka", "CamelKafka",
            "jms", "CamelJms",
            "activemq", "CamelJms",
            "activemq6", "CamelJms");

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return new Strip();
    }

    private static final class Strip extends RoutePolicySupport {

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            String scheme = StringHelper.before(route.getEndpoint().getEndpointUri(), ":", "");
            if (!INSIDE.contains(scheme)) {
                Headers.stripControl(exchange.getMessage(), OWN.get(scheme));
            }
        }
    }
}
