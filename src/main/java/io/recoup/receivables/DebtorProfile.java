package io.recoup.receivables;

import java.time.ZoneId;
import java.util.List;

/**
 * Who a debtor is, as its source states it.
 *
 * @param sourceId the customer's id in its source
 * @param language two-letter code; null when unknown, as may be country (ISO), taxId, category, agentName, agentEmail
 * @param type {@code consumer} or {@code business}; null when unknown
 * @param zone the debtor's own time zone; null = those of its country
 * @param contacts usable ones with an e-mail address, billing contacts first
 */
public record DebtorProfile(
        DebtorId id,
        String source,
        String sourceId,
        String name,
        String language,
        String country,
        String taxId,
        String type,
        String category,
        List<String> tags,
        ZoneId zone,
        String agentName,
        String agentEmail,
        List<Contact> contacts) {

    public record Contact(String kind, String email) {}

    public DebtorProfile {
        tags = List.copyOf(tags);
        contacts = List.copyOf(contacts);
    }

    /** The addresses of these kinds of contact, in the order of the kinds; all of them when no kind is named. */
    public List<String> emails(List<String> kinds) {
        return kinds.isEmpty()
                ? contacts.stream().map(Contact::email).toList()
                : kinds.stream()
                        .flatMap(kind -> contacts.stream()
                                .filter(contact -> contact.kind().equals(kind))
                                .map(Contact::email))
                        .toList();
    }

    public DebtorProfile identified(DebtorId as) {
        return new DebtorProfile(
                as,
                source,
                sourceId,
                name,
                language,
                country,
                taxId,
                type,
                category,
                tags,
                zone,
                agentName,
                agentEmail,
                contacts);
    }

    public DebtorProfile reachedBy(List<Contact> others) {
        return new DebtorProfile(
                id,
                source,
                sourceId,
                name,
                language,
                country,
                taxId,
                type,
                category,
                tags,
                zone,
                agentName,
                agentEmail,
                others);
    }
}
