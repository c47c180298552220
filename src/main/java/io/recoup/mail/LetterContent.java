package io.recoup.mail;

import io.recoup.money.Money;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a letter tells, before it is put into words.
 *
 * @param language the debtor's, two letters; null when unknown
 * @param country the debtor's ISO code; null when unknown
 * @param date of the letter
 * @param replyBy last day the letter gives to answer
 * @param items what is open; at least one, but for a statement and a free message
 * @param charges what the letter adds, at most one entry per currency
 * @param credits what we hold in the debtor's favour
 */
public record LetterContent(
        Kind kind,
        String debtorName,
        String language,
        String country,
        LocalDate date,
        LocalDate replyBy,
        List<Item> items,
        List<Charge> charges,
        List<Credit> credits,
        Extras extras) {

    /** What a letter is for. */
    public enum Kind {
        /** A document was issued; it is not due yet. */
        ISSUED,
        /** Something falls due soon, or today. */
        UPCOMING,
        /** Something is past due. */
        REMINDER,
        /** All that is open, whether due or not. */
        STATEMENT,
        /** A text of its own. */
        MESSAGE
    }

    /** What a document is, in the words of the mail room. */
    public enum Document {
        INVOICE,
        INSTALMENT,
        DEBIT_NOTE,
        FEE,
        OTHER
    }

    /**
     * @param original gross amount at issue
     * @param open what is still unpaid, above zero
     */
    public record Item(
            Document document, String number, LocalDate issuedOn, LocalDate dueOn, Money original, Money open) {

        /** An invoice of which nothing is paid. */
        public Item(String number, LocalDate issuedOn, LocalDate dueOn, Money open) {
            this(Document.INVOICE, number, issuedOn, dueOn, open, open);
        }

        public boolean isFee() {
            return document == Document.FEE;
        }
    }

    /** Both of one currency, neither negative. */
    public record Charge(Money fee, Money interest) {

        public Charge {
            if (fee.isNegative() || interest.isNegative()) {
                throw new IllegalArgumentException("a charge is never negative: " + fee + ", " + interest);
            }
            fee.plus(interest);
        }

        public static Charge fee(Money fee) {
            return new Charge(fee, Money.zero(fee.currency()));
        }
    }

    /**
     * @param amount above zero
     * @param deducted whether it is set against what the letter asks for
     */
    public record Credit(Money amount, boolean deducted) {}

    /**
     * What only some letters have.
     *
     * @param title of a free message; empty = named after the kind of letter
     * @param text of a free message, lines and paragraphs as typed; it stays text, whatever marks it contains
     * @param debtorDetails lines under the debtor's name in a statement: address, customer number
     * @param portal where the debtor sees his account and pays; null = nowhere
     * @param required lines that the law wants in the letter, in its reader's language
     * @param documents names of the attached files
     * @param reader how the debtor is known and reached
     */
    public record Extras(
            String title,
            String text,
            List<String> debtorDetails,
            URI portal,
            List<String> required,
            List<String> documents,
            Reader reader) {

        public static final Extras NONE = new Extras("", "", List.of(), null, List.of(), List.of());

        /** For a reader of whom only the name is told. */
        public Extras(
                String title,
                String text,
                List<String> debtorDetails,
                URI portal,
                List<String> required,
                List<String> documents) {
            this(title, text, debtorDetails, portal, required, documents, Reader.UNKNOWN);
        }

        public Extras knowing(Reader known) {
            return new Extras(title, text, debtorDetails, portal, required, documents, known);
        }

        Extras saying(String otherTitle, String otherText) {
            return new Extras(otherTitle, otherText, debtorDetails, portal, required, documents, reader);
        }

        public Extras {
            debtorDetails = List.copyOf(debtorDetails);
            required = List.copyOf(required);
            documents = List.copyOf(documents);
            if (portal != null && (!"https".equals(portal.getScheme()) && !"http".equals(portal.getScheme()))) {
                throw new IllegalArgumentException("the portal link must begin with https:// or http://: " + portal);
            }
        }
    }

    /**
     * Each is empty where it is not known.
     *
     * @param number the customer's, in its source
     * @param email address that the letter goes to first
     * @param country ISO code
     */
    public record Reader(String number, String taxId, String email, String country) {

        public static final Reader UNKNOWN = new Reader("", "", "", "");
    }

    /** @throws IllegalArgumentException if more is deducted than is owed, or a list breaks its rule above */
    public LetterContent {
        items = List.copyOf(items);
        charges = List.copyOf(charges);
        credits = List.copyOf(credits);
        if (items.isEmpty() && kind != Kind.STATEMENT && kind != Kind.MESSAGE) {
            throw new IllegalArgumentException("a letter about open items needs at least one");
        }
        if (charges.stream().map(charge -> charge.fee().currency()).distinct().count() < charges.size()) {
            throw new IllegalArgumentException("charges need one entry per currency: " + charges);
        }
        toPay(items, charges, credits).values().stream()
                .filter(Money::isNegative)
                .findFirst()
                .ifPresent(negative -> {
                    throw new IllegalArgumentException("more is deducted than owed: " + negative);
                });
    }

    /** A plain reminder; credits are named and not deducted. */
    public LetterContent(
            String debtorName,
            String language,
            String country,
            LocalDate date,
            LocalDate replyBy,
            List<Item> items,
            List<Money> credits) {
        this(
                Kind.REMINDER,
                debtorName,
                language,
                country,
                date,
                replyBy,
                items,
                List.of(),
                credits.stream().map(amount -> new Credit(amount, false)).toList(),
                Extras.NONE);
    }

    /** The same letter with other extras. */
    public LetterContent with(Extras others) {
        return new LetterContent(kind, debtorName, language, country, date, replyBy, items, charges, credits, others);
    }

    /** What is open, by currency code. */
    public Map<String, Money> totals() {
        return toPay(items, List.of(), List.of());
    }

    /** What the letter asks for, by currency code: open items, fees and interest, less the deducted credit. */
    public Map<String, Money> toPay() {
        return toPay(items, charges, credits);
    }

    private static Map<String, Money> toPay(List<Item> items, List<Charge> charges, List<Credit> credits) {
        Map<String, Money> sums = new TreeMap<>();
        items.forEach(item -> sums.merge(item.open().currencyCode(), item.open(), Money::plus));
        charges.forEach(
                charge -> sums.merge(charge.fee().currencyCode(), charge.fee().plus(charge.interest()), Money::plus));
        credits.stream()
                .filter(Credit::deducted)
                .forEach(credit -> sums.merge(
                        credit.amount().currencyCode(), credit.amount().negated(), Money::plus));
        return sums;
    }
}
