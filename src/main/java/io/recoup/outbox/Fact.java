package io.recoup.outbox;

/**
 * Something that became true. Implementations are past-tense records of simple values in their room's face; their
 * simple class name is the fact's type on the wire.
 */
public interface Fact {

    /** What the fact is about, for reading in order per subject: e.g. {@code item:42}, {@code case:7}. */
    String subject();
}
