package io.recoup.dunning.store;

import io.recoup.dunning.plan.Reason;
import io.recoup.mail.GatedMessage.Ticket;
import io.recoup.mail.Letter;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A letter's way from intent to the wire. Every step names the attempt it belongs to: a worker that was paused while
 * another took over changes nothing any more. Times are the database's.
 */
@Repository
public class NoticeStore {

    private final JdbcClient jdbc;
    private final NoticeEvents events;

    NoticeStore(JdbcClient jdbc, NoticeEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** One item of a letter that was not dropped. */
    public record Part(long itemId, int occurrence) {

        public ItemId item() {
            return new ItemId(itemId);
        }
    }

    /**
     * Takes letters that are due and whose run has ended, or whose worker vanished before they left; commit before
     * anything is sent.
     */
    public List<Claim> claim(int limit, Duration lease) {
        return jdbc.sql("""
                UPDATE notice SET state = 'sending', attempt = attempt + 1,
                                  lease_until = clock_timestamp() + :lease * interval '1 millisecond'
                WHERE id IN (SELECT id FROM notice
                             WHERE (state = 'due' AND next_at <= clock_timestamp() AND NOT (%s))
                                OR (state = 'sending' AND lease_until < clock_timestamp())
                             ORDER BY next_at, id LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING id, attempt, debtor_id, procedure, level, planned_on, occurrence, message, message_id, resend
                """.formatted(DraftStore.UNRELEASED))
                .param("lease", lease.toMillis())
                .param("limit", limit)
                .query(Claim.class)
                .list();
    }

    /** @return false if another worker has the letter */
    public boolean renew(Ticket ticket, Duration lease) {
        return jdbc.sql("""
                UPDATE notice SET lease_until = clock_timestamp() + :lease * interval '1 millisecond'
                WHERE id = :id AND attempt = :attempt AND state = 'sending'
                """)
                        .param("lease", lease.toMillis())
                        .param("id", ticket.id())
                        .param("attempt", ticket.attempt())
                        .update()
                == 1;
    }

    /** A letter as a worker would claim it, for a look. */
    public Optional<Claim> look(long notice) {
        return jdbc.sql("""
                SELECT id, attempt, debtor_id, procedure, level, planned_on, occurrence, message, message_id, resend
                FROM notice WHERE id = :id
                """).param("id", notice).query(Claim.class).optional();
    }

    public List<Part> parts(long notice) {
        return jdbc.sql("""
                SELECT item_id, occurrence FROM notice_item WHERE notice_id = :notice AND dropped IS NULL ORDER BY item_id
                """).param("notice", notice).query(Part.class).list();
    }

    public void drop(Ticket ticket, Map<ItemId, Reason> reasons) {
        reasons.forEach((item, reason) -> jdbc.sql("""
                UPDATE notice_item SET dropped = :reason
                WHERE notice_id = :id AND item_id = :item AND dropped IS NULL
                  AND EXISTS (SELECT FROM notice WHERE id = :id AND attempt = :attempt AND state = 'sending')
                """)
                .param("reason", reason.stored())
                .param("item", item.value())
                .param("id", ticket.id())
                .param("attempt", ticket.attempt())
                .update());
    }

    /**
     * The right to send, taken once: call it under the debtor's lock, after the last look at the ledger.
     *
     * @param open what each item of the letter has open now
     * @return false if another worker has the letter, or the lease ran out
     */
    public boolean goOnWire(
            Ticket ticket,
            LocalDate today,
            Duration lease,
            String to,
            List<String> copies,
            Letter letter,
            Map<ItemId, Money> open) {
        int taken = jdbc.sql("""
                UPDATE notice
                SET state = 'on_wire', on_wire_at = clock_timestamp(), sent_on = :today,
                    lease_until = clock_timestamp() + :lease * interval '1 millisecond', to_address = :to,
                    copies = :copies,
                    language = :language, subject = :subject, body_text = :text, body_html = :html,
                    template_hash = :hash, failure = NULL
                WHERE id = :id AND state = 'sending' AND attempt = :attempt AND lease_until > clock_timestamp()
                """)
                .param("today", today)
                .param("lease", lease.toMillis())
                .param("to", to)
                .param("copies", copies.toArray(String[]::new))
                .param("language", letter.language())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("html", letter.html())
                .param("hash", letter.templateHash())
                .param("id", ticket.id())
                .param("attempt", ticket.attempt())
                .update();
        if (taken == 0) {
            return false;
        }
        open.forEach((item, amount) -> jdbc.sql("""
                UPDATE notice_item SET amount_minor = :minor, currency = :currency, seen_open_minor = :minor,
                                       seen_hold = NULL
                WHERE notice_id = :id AND item_id = :item
                """)
                .param("minor", amount.minor())
                .param("currency", amount.currencyCode())
                .param("id", ticket.id())
                .param("item", item.value())
                .update());
        events.record(ticket.id(), ticket.attempt(), "on_wire", null);
        return true;
    }

    public DebtorId debtorOf(long notice) {
        return new DebtorId(jdbc.sql("SELECT debtor_id FROM notice WHERE id = :id")
                .param("id", notice)
                .query(Long.class)
                .single());
    }
}
