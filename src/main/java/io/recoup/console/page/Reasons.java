package io.recoup.console.page;

import io.recoup.dunning.plan.Reason;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reasons as they are stored, in the reader's language: {@code ${@reasons.told(text)}} in a template. */
@Component("reasons")
class Reasons {

    /** Words that are no stored reason are taken as they are. */
    public String told(String stored) {
        return stored == null ? "" : Reason.read(stored).in(LocaleContextHolder.getLocale());
    }
}
