package io.recoup.dunning.pack;

/**
 * One value of one pack set aside, by two people and for a reason: a pack is stricter than the law, or counsel has
 * found that it does not apply.
 *
 * @param field the pack's field, such as {@code minGapDays}; claims (interest, fixedSum) cannot be loosened
 * @param value what holds instead, as written on one line; {@code none} = nothing
 * @param by who asked for it
 * @param approvedBy who agreed; somebody else
 */
public record Loosening(String field, String value, String pack, String by, String approvedBy, String reason) {

    static final String NONE = "none";

    /** @throws IllegalArgumentException if field or value cannot be read, or two people and a reason are not named */
    public Loosening {
        Limit limit = Limit.named(field);
        if (limit.isClaim()) {
            throw new IllegalArgumentException("'" + field + "' is a claim: a pack of your own must state it");
        }
        if (!value.equals(NONE)) {
            if (!limit.isOneLine()) {
                throw new IllegalArgumentException("'" + field + "' can only be set to '" + NONE + "'");
            }
            limit.read(value);
        }
        if (pack.isBlank() || reason.isBlank() || by.isBlank() || approvedBy.isBlank()) {
            throw new IllegalArgumentException(
                    "loosening '" + field + "' needs the pack, a reason, and who asked and who approved");
        }
        if (by.strip().equalsIgnoreCase(approvedBy.strip())) {
            throw new IllegalArgumentException(
                    "loosening '" + field + "' needs two people: " + by.strip() + " cannot approve it as well");
        }
    }

    Limit limit() {
        return Limit.named(field);
    }

    boolean drops() {
        return value.equals(NONE);
    }
}
