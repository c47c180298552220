package io.recoup.outbox;

import java.time.Instant;

/** A fact as read back. @param json the fact's record as a JSON object */
public record RecordedFact(long id, String type, String subject, String json, Instant recordedAt) {}
