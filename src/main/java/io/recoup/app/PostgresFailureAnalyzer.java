package io.recoup.app;

import io.recoup.app.postgres.PostgresFailure;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what the embedded database complains about, without a stack trace; the message holds the remedy. */
class PostgresFailureAnalyzer extends AbstractFailureAnalyzer<PostgresFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable root, PostgresFailure failure) {
        return new FailureAnalysis(failure.getMessage(), null, failure);
    }
}
