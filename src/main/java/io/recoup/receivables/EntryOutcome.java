package io.recoup.receivables;

/** What entering one document or customer did. */
public enum EntryOutcome {
    /** New to us. */
    ENTERED,
    /** Known, and its source states something new. */
    CHANGED,
    /** Nothing new: the same content, or an older version than the one we hold. */
    UNCHANGED
}
