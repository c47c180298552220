package io.recoup.connectors;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The doors of {@code recoup:}, which way each opens and which options it takes. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of and toList: they do not change
public enum Door {
    INVOICES("invoices", Way.IN, required("source"), Option.RECORDS, "recoup:invoices?source=acme&map=acme-invoice.jq"),
    CUSTOMERS("customers", Way.IN, required("source"), Option.RECORDS, "recoup:customers?source=acme"),
    SNAPSHOT("snapshot", Way.IN, required("source"), Option.SNAPSHOT, "recoup:snapshot?source=acme"),
    STATEMENTS("statements", Way.IN, optional("account"), Option.BANK_FILE, "recoup:statements?source=house-bank"),
    TRANSACTIONS("transactions", Way.IN, required("account"), Option.JSON, "recoup:transactions?account=ES91…"),
    CASE_REPORTS("case-reports", Way.IN, required("agency"), Option.JSON, "recoup:case-reports?agency=acme-agency"),

    PLACEMENTS(
            "placements", Way.OUT, required("agency"), Option.WORK, "recoup:placements?agency=acme-agency&delay=30s"),
    RECALLS("recalls", Way.OUT, required("agency"), Option.WORK, "recoup:recalls?agency=acme-agency"),
    DIRECT_PAYMENTS("direct-payments", Way.OUT, required("agency"), Option.WORK, "recoup:direct-payments?agency=acme"),
    CASE_POLLS("case-polls", Way.OUT, required("agency"), Option.WORK, "recoup:case-polls?agency=acme-agency&delay=1h"),
    WRITE_BACKS("write-backs", Way.OUT, required("erp"), Option.WRITE_BACK, "recoup:write-backs?erp=acme"),
    EVENTS(
            "events",
            Way.OUT,
            optional("types"),
            Option.FACTS,
            "recoup:events?types=ItemPaid,ItemReopened&subscriber=hub");

    /** Seen from the route: a route ends {@code to} an in door and starts {@code from} an out door. */
    public enum Way {
        IN,
        OUT
    }

    private final String label;
    private final Way way;
    private final Option key;
    private final List<Option> options;
    private final String example;

    Door(String label, Way way, Option key, List<Option> others, String example) {
        this.label = label;
        this.way = way;
        this.key = key;
        this.options = Stream.concat(Stream.of(key), others.stream()).toList();
        this.example = example;
    }

    public static Optional<Door> named(String label) {
        return Arrays.stream(values()).filter(door -> door.label.equals(label)).findFirst();
    }

    /** All labels that open this way, for messages. */
    static String labels() {
        return Arrays.stream(values()).map(Door::label).collect(Collectors.joining(", "));
    }

    public String label() {
        return label;
    }

    public Way way() {
        return way;
    }

    /** The option that names the partner: {@code source}, {@code account}, {@code agency}, {@code erp}, {@code types}. */
    Option key() {
        return key;
    }

    public List<Option> options() {
        return options;
    }

    public String example() {
        return example;
    }

    /** True where the route's final body is the partner's answer and must be JSON. */
    boolean wantsAnswer() {
        return this == PLACEMENTS || this == RECALLS || this == CASE_POLLS;
    }

    /**
     * One option of a door.
     *
     * @param name as written in the route file
     * @param meaning one line for the manual
     */
    public record Option(String name, boolean isRequired, String meaning) {

        private static final List<Option> INTAKE =
                List.of(new Option("failOnProblem", false, "true: a delivery nobody can read fails the route"));

        static final List<Option> JSON =
                with(INTAKE, new Option("map", false, "jq map in maps/ from the system's JSON to the contract"));

        static final List<Option> RECORDS = with(
                JSON,
                new Option("columns", false, "CSV: contract field = column heading, comma separated"),
                new Option("delimiter", false, "CSV: the character between fields; found by itself if absent"),
                new Option("charset", false, "CSV: character set, e.g. windows-1252; UTF-8 if absent"),
                new Option("dates", false, "CSV: pattern of dates, e.g. dd.MM.yyyy; ISO if absent"),
                new Option("decimal", false, "CSV: decimal sign, . or ,"));

        static final List<Option> SNAPSHOT =
                with(RECORDS, new Option("allowMany", false, "true: a list that settles most open items is believed"));

        static final List<Option> BANK_FILE = with(
                INTAKE,
                new Option("source", false, "the bank or channel, where the file names its own accounts"),
                new Option("books", false, "camt messages that count as booked, e.g. 054; 053 if absent"));

        static final List<Option> POLL = List.of(
                new Option("delay", false, "time between two looks, e.g. 30s, 1h; 5s if absent"),
                new Option("initialDelay", false, "time before the first look; 1s if absent"),
                new Option("batch", false, "most pieces of work claimed at once, 1 to 1000; 50 if absent"));

        static final List<Option> WORK = POLL;

        static final List<Option> WRITE_BACK =
                with(POLL, new Option("columns", false, "body is a CSV line of these JSON fields instead of JSON"));

        static final List<Option> FACTS =
                with(POLL, new Option("subscriber", false, "whose reading position; the route id if absent"));

        private static List<Option> with(List<Option> first, Option... more) {
            return Stream.concat(first.stream(), Arrays.stream(more)).toList();
        }
    }

    private static Option required(String name) {
        return new Option(name, true, "which partner this is; part of every natural key");
    }

    private static Option optional(String name) {
        return new Option(
                name, false, name.equals("types") ? "fact types, comma separated; all if absent" : "the IBAN");
    }
}
