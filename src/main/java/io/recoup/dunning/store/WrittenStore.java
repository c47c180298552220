package io.recoup.dunning.store;

import io.recoup.dunning.policy.ByHand;
import io.recoup.mail.TypedText;
import io.recoup.receivables.DebtorId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters that people write, from the draft to their release. Call what changes one under the debtor's lock. */
@Repository
public class WrittenStore {

    private static final String ROW = """
            SELECT n.id, n.debtor_id, n.state, w.form_key, w.language, w.subject, w.body, w.seen, w.written_by
            FROM written_letter w JOIN notice n ON n.id = w.notice_id
            """;

    private final JdbcClient jdbc;

    WrittenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seen the account as its writer saw it */
    public record Row(
            long id,
            long debtorId,
            String state,
            String formKey,
            String language,
            String subject,
            String body,
            String seen,
            String writtenBy) {

        public TypedText words() {
            return new TypedText(language, subject, body);
        }

        public DebtorId debtor() {
            return new DebtorId(debtorId);
        }

        public boolean isDraft() {
            return state.equals("draft");
        }
    }

    public Optional<Row> find(long letter) {
        return jdbc.sql(ROW + "WHERE n.id = :id")
                .param("id", letter)
                .query(Row.class)
                .optional();
    }

    public Optional<Row> ofForm(String key) {
        return jdbc.sql(ROW + "WHERE w.form_key = :key")
                .param("key", key)
                .query(Row.class)
                .optional();
    }

    /** The one by hand that is to leave, or leaving. */
    public Optional<Row> underWay(DebtorId debtor) {
        return jdbc.sql(ROW + """
                WHERE n.debtor_id = :debtor AND n.procedure = 'letters' AND n.state IN ('due', 'sending', 'on_wire')
                """)
                .param("debtor", debtor.value())
                .query(Row.class)
                .optional();
    }

    /** Who sent a debtor that very letter on that day; empty = nobody. */
    public Optional<String> sameOn(LocalDate day, Row letter) {
        return jdbc.sql("""
                SELECT w.written_by FROM notice n JOIN written_letter w ON w.notice_id = n.id
                WHERE n.debtor_id = :debtor AND n.procedure = 'letters' AND n.id <> :id AND w.hash = :hash
                  AND n.state IN ('on_wire', 'sent', 'unknown') AND n.sent_on = :day
                ORDER BY n.id LIMIT 1
                """)
                .param("debtor", letter.debtorId())
                .param("id", letter.id())
                .param("hash", letter.words().hash())
                .param("day", day)
                .query(String.class)
                .optional();
    }

    /** @param key unique to the form */
    public record Draft(
            DebtorId debtor,
            String key,
            TypedText words,
            String seen,
            String by,
            LocalDate on,
            String reason,
            String messageId,
            String policyHash) {}

    public long enter(Draft draft) {
        long id = jdbc.sql("""
                INSERT INTO notice (debtor_id, procedure, level, level_days, planned_on, occurrence, message, state,
                                    reason, message_id, policy_hash)
                SELECT :debtor, :procedure, :level, 0, :on,
                       1 + (SELECT coalesce(max(occurrence), 0) FROM notice
                            WHERE debtor_id = :debtor AND procedure = 'letters' AND planned_on = :on),
                       true, 'draft', :reason, :messageId, :policy
                RETURNING id
                """)
                .param("debtor", draft.debtor().value())
                .param("procedure", ByHand.PROCEDURE)
                .param("level", ByHand.LEVEL)
                .param("on", draft.on())
                .param("reason", draft.reason())
                .param("messageId", draft.messageId())
                .param("policy", draft.policyHash())
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO written_letter (notice_id, form_key, language, subject, body, hash, seen, written_by)
                VALUES (:id, :key, :language, :subject, :body, :hash, :seen, :by)
                """)
                .param("id", id)
                .param("key", draft.key())
                .param("language", draft.words().language())
                .param("subject", draft.words().subject())
                .param("body", draft.words().text())
                .param("hash", draft.words().hash())
                .param("seen", draft.seen())
                .param("by", draft.by())
                .update();
        event(id, "written", draft.by(), null);
        return id;
    }

    public void rewrite(Row draft, TypedText words, String seen, String by) {
        jdbc.sql("""
                UPDATE written_letter SET subject = :subject, body = :body, hash = :hash, seen = :seen
                WHERE notice_id = :id
                """)
                .param("subject", words.subject())
                .param("body", words.text())
                .param("hash", words.hash())
                .param("seen", seen)
                .param("id", draft.id())
                .update();
        event(draft.id(), "written", by, null);
    }

    /**
     * From now on the letter leaves as soon as it may.
     *
     * @param wait until then at least
     * @param why it waits; null = it does not
     */
    public void release(Row draft, String seen, String policyHash, Duration wait, String why, String by) {
        jdbc.sql("UPDATE written_letter SET seen = :seen WHERE notice_id = :id")
                .param("seen", seen)
                .param("id", draft.id())
                .update();
        jdbc.sql("""
                UPDATE notice SET state = 'due', approved_by = :by, policy_hash = :policy, failure = :why,
                                  next_at = clock_timestamp() + :wait * interval '1 millisecond',
                                  created_at = clock_timestamp() + :wait * interval '1 millisecond'
                WHERE id = :id AND state = 'draft'
                """)
                .param("by", by)
                .param("policy", policyHash)
                .param("why", why)
                .param("wait", wait.toMillis())
                .param("id", draft.id())
                .update();
        event(draft.id(), "released", by, why);
    }

    /** @return false if it has begun to leave, or ended */
    public boolean withdraw(long letter, String by, String reason) {
        boolean gone = jdbc.sql("""
                UPDATE notice SET state = 'withdrawn', failure = :why, discarded_by = :by, lease_until = NULL
                WHERE id = :id AND procedure = 'letters' AND state IN ('draft', 'due', 'sending')
                """)
                        .param("why", reason)
                        .param("by", by)
                        .param("id", letter)
                        .update()
                == 1;
        if (gone) {
            event(letter, "withdrawn", by, reason);
        }
        return gone;
    }

    private void event(long notice, String what, String by, String reason) {
        jdbc.sql("""
                INSERT INTO notice_event (notice_id, what, attempt, by_whom, reason)
                SELECT id, :what, attempt, :by, :reason FROM notice WHERE id = :id
                """)
                .param("what", what)
                .param("by", by)
                .param("reason", reason)
                .param("id", notice)
                .update();
    }
}
