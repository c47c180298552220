package io.recoup.dunning.pack;

/**
 * One limit as one pack states it.
 *
 * @param value of the limit's type
 * @param pack name of the pack or policy that states it
 */
public record Statement(Limit limit, Object value, String pack) {

    public Statement {
        if (!limit.type().isInstance(value)) {
            throw new IllegalArgumentException(limit.field() + " cannot be " + value);
        }
    }
}
