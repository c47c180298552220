package io.recoup.outbox;

/**
 * One claimed piece of work.
 *
 * @param key stays the same over all attempts: what the other side can use to see that it has it already
 * @param attempt 1, 2, …; an answer to an attempt that is no longer the current one is ignored
 * @param json the body by the door's contract, e.g. {@code case/1}
 */
public record OutTask(long id, String key, int attempt, String json) {}
