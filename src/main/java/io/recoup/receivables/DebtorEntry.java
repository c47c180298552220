package io.recoup.receivables;

import java.time.ZoneId;
import java.util.List;

/**
 * A customer as its source states it: the content of {@code customer/1} and of {@code invoice/1.debtor}. Null fields
 * and null lists mean "not stated" and leave what is known as it is.
 *
 * @param termDays payment term in days, 1 to 30
 * @param type {@code consumer} or {@code business}
 * @param zone the debtor's own time zone
 */
public record DebtorEntry(
        String source,
        String sourceId,
        String name,
        String taxId,
        String language,
        String country,
        String category,
        List<String> tags,
        String group,
        List<String> ibans,
        Integer termDays,
        String agentName,
        String agentEmail,
        List<ContactEntry> contacts,
        String type,
        ZoneId zone) {

    public DebtorEntry(
            String source,
            String sourceId,
            String name,
            String taxId,
            String language,
            String country,
            String category,
            List<String> tags,
            String group,
            List<String> ibans,
            Integer termDays,
            String agentName,
            String agentEmail,
            List<ContactEntry> contacts) {
        this(
                source,
                sourceId,
                name,
                taxId,
                language,
                country,
                category,
                tags,
                group,
                ibans,
                termDays,
                agentName,
                agentEmail,
                contacts,
                null,
                null);
    }

    public record ContactEntry(String kind, String name, String email, String phone) {}
}
