package io.recoup.dunning.store;

import io.recoup.dunning.Policies.Version;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every policy that ever was in force, to the letter. */
@Repository
public class PolicyVersionStore {

    private final JdbcClient jdbc;

    PolicyVersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts it down unless it is the newest already. */
    public void inForce(String hash, String file, String content) {
        jdbc.sql("""
                INSERT INTO policy_version (hash, file, content)
                SELECT :hash, :file, :content
                WHERE :hash IS DISTINCT FROM (SELECT hash FROM policy_version ORDER BY id DESC LIMIT 1)
                """)
                .param("hash", hash)
                .param("file", file)
                .param("content", content)
                .update();
    }

    /** Newest first. */
    public List<Version> latest(int limit) {
        return jdbc.sql("SELECT hash, file, content, in_force FROM policy_version ORDER BY id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, n) -> new Version(
                        row.getString("hash"),
                        row.getString("file"),
                        row.getString("content"),
                        instant(row.getTimestamp("in_force"))))
                .list();
    }

    private static Instant instant(Timestamp at) {
        return at.toInstant();
    }
}
