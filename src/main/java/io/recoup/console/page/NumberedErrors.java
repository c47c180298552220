package io.recoup.console.page;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** As {@link ErrorPages}, for what failed outside a page: a refused form token, a template that breaks. */
@Component
class NumberedErrors extends DefaultErrorAttributes {

    private static final Logger log = LoggerFactory.getLogger(NumberedErrors.class);

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        String id = ErrorPages.newId();
        attributes.put("id", id);
        Throwable cause = getError(request);
        if (cause != null) {
            log.error("a request failed, error id {}", id, cause);
        }
        return attributes;
    }
}
