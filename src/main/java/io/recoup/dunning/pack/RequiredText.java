package io.recoup.dunning.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text that each overdue notice must carry.
 *
 * @param byLanguage two-letter language to text; the first is that of the law; at least one
 */
public record RequiredText(Map<String, String> byLanguage) {

    public RequiredText {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a required text needs at least one language");
        }
    }

    /** In that language; where it is not stated in it, in the first one. */
    public String in(String language) {
        String text = byLanguage.get(language);
        return text != null ? text : byLanguage.values().iterator().next();
    }
}
