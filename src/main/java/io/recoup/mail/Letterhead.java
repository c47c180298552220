package io.recoup.mail;

import java.util.List;

/**
 * Who writes: what every letter of a creditor carries.
 *
 * @param taxId as it is to be printed, e.g. {@code NIF B12345678}; may be empty, as may phone and website
 * @param address postal address, line by line
 * @param accent colour of lines and headings, {@code #rrggbb}
 * @param payment how to pay, line by line
 * @param from address the letters come from, with or without a display name
 * @param replyTo where answers go, at least one
 * @param language two-letter code used when a debtor's is unknown or has no templates
 * @param country ISO code; with the language it says how amounts and dates are written
 */
public record Letterhead(
        String name,
        String taxId,
        List<String> address,
        String phone,
        String website,
        String accent,
        List<String> payment,
        String from,
        List<String> replyTo,
        String language,
        String country) {

    public Letterhead {
        address = List.copyOf(address);
        payment = List.copyOf(payment);
        replyTo = List.copyOf(replyTo);
    }
}
