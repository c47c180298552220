package io.recoup.console.page;

import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Gives each failure an id, which the error page shows and the log explains. */
@Component
class NumberedErrors extends DefaultErrorAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(NumberedErrors.class);

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        String id = UUID.randomUUID().toString().substring(0, 8);
        attributes.put("id", id);
        Throwable cause = getError(request);
        if (cause != null) {
            LOG.error("page failed, error id {}, path {}", id, attributes.get("path"), cause);
        }
        return attributes;
    }
}
