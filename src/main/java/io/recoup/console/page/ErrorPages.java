package io.recoup.console.page;

import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** A page that failed says so to a person, with an id that the log explains; programs get their problem detail. */
@ControllerAdvice
@Order(-1)
class ErrorPages {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    @ExceptionHandler(exception = Exception.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView show(Exception failure) throws Exception {
        if (failure instanceof AccessDeniedException) {
            throw failure; // the login's business
        }
        HttpStatusCode status = failure instanceof ErrorResponse known
                ? known.getStatusCode()
                : failure instanceof MethodArgumentTypeMismatchException
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.INTERNAL_SERVER_ERROR;
        String id = newId();
        if (status.is5xxServerError()) {
            log.error("a page failed, error id {}", id, failure);
        }
        return new ModelAndView("error", Map.of("status", status.value(), "id", id), status);
    }

    static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
