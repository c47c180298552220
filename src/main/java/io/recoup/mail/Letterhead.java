package io.recoup.mail;

import java.util.List;

/**
 * Who writes: what every letter of a creditor carries.
 *
 * @param taxId as it is to be printed, e.g. {@code NIF B12345678}; may be empty, as may phone and website
 * @param address postal address, line by line
 * @param logo null = the name is printed instead
 * @param accounts where to pay, printed below {@code payment}
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
        Colours colours,
        Logo logo,
        List<BankAccount> accounts,
        List<String> payment,
        String from,
        List<String> replyTo,
        String language,
        String country) {

    public Letterhead {
        address = List.copyOf(address);
        accounts = List.copyOf(accounts);
        payment = List.copyOf(payment);
        replyTo = List.copyOf(replyTo);
    }

    /** One with neither logo nor bank accounts, on the usual paper. */
    public Letterhead(
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
        this(
                name,
                taxId,
                address,
                phone,
                website,
                Colours.accented(accent),
                null,
                List.of(),
                payment,
                from,
                replyTo,
                language,
                country);
    }

    /** The same with its own colours, logo (may be null) and accounts. */
    public Letterhead branded(Colours ownColours, Logo ownLogo, List<BankAccount> ownAccounts) {
        return new Letterhead(
                name,
                taxId,
                address,
                phone,
                website,
                ownColours,
                ownLogo,
                ownAccounts,
                payment,
                from,
                replyTo,
                language,
                country);
    }

    public String accent() {
        return colours.accent();
    }
}
