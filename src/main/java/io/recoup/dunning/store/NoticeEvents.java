package io.recoup.dunning.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to a letter, for people. */
@Repository
class NoticeEvents {

    private final JdbcClient jdbc;

    NoticeEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(long notice, int attempt, String what, String reason) {
        jdbc.sql("INSERT INTO notice_event (notice_id, what, attempt, reason) VALUES (:id, :what, :attempt, :reason)")
                .param("id", notice)
                .param("what", what)
                .param("attempt", attempt)
                .param("reason", reason)
                .update();
    }
}
