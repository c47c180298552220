package io.recoup.receivables;

/**
 * Why a balance changed: every posting carries one.
 *
 * @param kind who or what decided
 * @param name the inbox entry ({@code inbox:12}), the rule's name or the user's name; never blank
 * @param reason in words a collector understands; may be null
 */
public record Cause(Kind kind, String name, String reason) {

    public enum Kind {
        INBOX,
        RULE,
        USER,
        AGENCY,
        BANK
    }

    public Cause {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a cause needs a name");
        }
    }

    public static Cause inbox(long inboxId) {
        return new Cause(Kind.INBOX, "inbox:" + inboxId, null);
    }

    public static Cause rule(String rule, String reason) {
        return new Cause(Kind.RULE, rule, reason);
    }

    public static Cause user(String user, String reason) {
        return new Cause(Kind.USER, user, reason);
    }

    public static Cause bank(String transaction, String reason) {
        return new Cause(Kind.BANK, transaction, reason);
    }

    public static Cause agency(String agency, String reason) {
        return new Cause(Kind.AGENCY, agency, reason);
    }
}
