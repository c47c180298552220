package io.recoup.outbox;

/** Why the other side did not take a piece of work: says what to do next. */
public enum Failure {
    /** Certainly not received (connection refused, unknown host): try again later. */
    UNREACHABLE,
    /** Perhaps received (time-out after sending, 5xx, connection lost): look it up before sending again. */
    UNCERTAIN,
    /** Too many requests: try again later, slower. */
    THROTTLED,
    /** Credentials refused: wake the IT engineer, try again when they changed. */
    UNAUTHORISED,
    /** The answer makes no sense to us: as uncertain, and wake the IT engineer. */
    MALFORMED,
    /** Understood and declined: do not try again; a person decides. */
    REFUSED
}
