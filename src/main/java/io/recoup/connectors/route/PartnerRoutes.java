package io.recoup.connectors.route;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.springframework.stereotype.Component;

/**
 * {@code routeConfigurationId: partner}: how a route treats another system that does not answer as it should. A call
 * that certainly did not arrive, and a reading call (header {@code CamelHttpMethod: GET}) that the other side broke,
 * are tried again shortly. What still fails is logged with its ids and stays a failure: the door or the file component
 * behind the route must see it, and goes on with the next case by itself.
 */
@Component
public final class PartnerRoutes extends RouteConfigurationBuilder {

    public static final String ID = "partner";

    private static final String LOGGER = "io.recoup.partner";
    private static final String FAILED =
            "route ${routeId}, exchange ${exchangeId}, task ${header.Idempotency-Key}: ${exception.class.simpleName}";

    @Override
    public void configuration() {
        routeConfiguration(ID)
                .onException(
                        ConnectException.class,
                        ConnectTimeoutException.class,
                        UnknownHostException.class,
                        NoRouteToHostException.class)
                .maximumRedeliveries("{{recoup.partner.retries:2}}")
                .redeliveryDelay("{{recoup.partner.retry-delay:1000}}")
                .useExponentialBackOff()
                .backOffMultiplier(3)
                .logExhausted(false)
                .retryAttemptedLogLevel(LoggingLevel.INFO)
                .log(LoggingLevel.ERROR, LOGGER, FAILED)
                .end()
                .onException(HttpOperationFailedException.class, IOException.class)
                .onWhen(PartnerRoutes::isReadingCallThatBroke)
                .maximumRedeliveries("{{recoup.partner.retries:2}}")
                .redeliveryDelay("{{recoup.partner.retry-delay:1000}}")
                .useExponentialBackOff()
                .backOffMultiplier(3)
                .logExhausted(false)
                .log(LoggingLevel.ERROR, LOGGER, FAILED)
                .end()
                .onException(Exception.class)
                .logExhausted(false)
                .log(LoggingLevel.ERROR, LOGGER, FAILED)
                .end();
    }

    private static boolean isReadingCallThatBroke(Exchange exchange) {
        if (!"GET".equals(exchange.getMessage().getHeader(Exchange.HTTP_METHOD, String.class))) {
            return false;
        }
        var answer = exchange.getException(HttpOperationFailedException.class);
        return answer == null || answer.getStatusCode() >= 500;
    }
}
