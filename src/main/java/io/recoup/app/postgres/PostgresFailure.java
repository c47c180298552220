package io.recoup.app.postgres;

/** The embedded PostgreSQL cannot do what was asked. The message says what to do about it. */
public class PostgresFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PostgresFailure(String message) {
        super(message);
    }

    public PostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
