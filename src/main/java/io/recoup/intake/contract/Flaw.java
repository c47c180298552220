package io.recoup.intake.contract;

/**
 * What is wrong with one field of a record.
 *
 * @param field path such as {@code debtor.contacts[0].email}; empty for the record as a whole
 * @param what is wrong with it, with its value
 * @param remedy what to do about it
 */
public record Flaw(String field, String what, String remedy) {

    private static final int SHOWN = 60;

    public String reason() {
        return field.isEmpty() ? what : field + " " + what;
    }

    /** A value as messages show it: quoted and not too long. */
    public static String shown(String value) {
        return "'" + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + "'";
    }
}
