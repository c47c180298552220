package io.recoup.dunning.store;

import io.recoup.mail.GatedMessage.Ticket;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of a letter. Nothing is changed on behalf of an attempt that another one has overtaken. */
@Repository
public class NoticeOutcomes {

    private final JdbcClient jdbc;
    private final NoticeEvents events;

    NoticeOutcomes(JdbcClient jdbc, NoticeEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The server has it; also when we had already given up on hearing from it. */
    public void sent(Ticket ticket, String reply) {
        if (jdbc.sql("""
                UPDATE notice SET state = 'sent', sent_at = clock_timestamp(), server_reply = :reply, failure = NULL
                WHERE id = :id AND attempt = :attempt AND state IN ('on_wire', 'unknown')
                """)
                        .param("reply", reply)
                        .param("id", ticket.id())
                        .param("attempt", ticket.attempt())
                        .update()
                == 1) {
            events.record(ticket.id(), ticket.attempt(), "sent", reply);
        }
    }

    /** Certainly not sent: back to due. */
    public void retry(Ticket ticket, Duration delay, String failure) {
        if (jdbc.sql("""
                UPDATE notice SET state = 'due', next_at = clock_timestamp() + :delay * interval '1 millisecond',
                                  failure = :failure, on_wire_at = NULL, sent_on = NULL, lease_until = NULL
                WHERE id = :id AND attempt = :attempt AND state IN ('sending', 'on_wire')
                """)
                        .param("delay", delay.toMillis())
                        .param("failure", failure)
                        .param("id", ticket.id())
                        .param("attempt", ticket.attempt())
                        .update()
                == 1) {
            events.record(ticket.id(), ticket.attempt(), "retry", failure);
        }
    }

    /** Not to leave yet: a letter by hand that is kept for a later time, from which on it is tried. */
    public void keep(Ticket ticket, Duration delay, String why) {
        if (jdbc.sql("""
                UPDATE notice SET state = 'due', failure = :why, lease_until = NULL,
                                  next_at = clock_timestamp() + :delay * interval '1 millisecond',
                                  created_at = clock_timestamp() + :delay * interval '1 millisecond'
                WHERE id = :id AND attempt = :attempt AND state = 'sending'
                """)
                        .param("delay", delay.toMillis())
                        .param("why", why)
                        .param("id", ticket.id())
                        .param("attempt", ticket.attempt())
                        .update()
                == 1) {
            events.record(ticket.id(), ticket.attempt(), "kept", why);
        }
    }

    /** @param state {@code withdrawn} or {@code rejected}: the letter ends and its level is not used up */
    public void end(Ticket ticket, String state, String why) {
        if (jdbc.sql("""
                UPDATE notice SET state = :state, failure = :why, on_wire_at = NULL, sent_on = NULL, lease_until = NULL
                WHERE id = :id AND attempt = :attempt AND state IN ('sending', 'on_wire')
                """)
                        .param("state", state)
                        .param("why", why)
                        .param("id", ticket.id())
                        .param("attempt", ticket.attempt())
                        .update()
                == 1) {
            jdbc.sql("UPDATE notice_item SET dropped = :why WHERE notice_id = :id AND dropped IS NULL")
                    .param("why", state + ": " + why)
                    .param("id", ticket.id())
                    .update();
            events.record(ticket.id(), ticket.attempt(), state, why);
        }
    }

    public void unknown(Ticket ticket, String failure) {
        if (jdbc.sql("""
                UPDATE notice SET state = 'unknown', failure = :failure
                WHERE id = :id AND attempt = :attempt AND state = 'on_wire'
                """)
                        .param("failure", failure)
                        .param("id", ticket.id())
                        .param("attempt", ticket.attempt())
                        .update()
                == 1) {
            events.record(ticket.id(), ticket.attempt(), "unknown", failure);
        }
    }

    /** For how long this letter has been tried. */
    public Duration age(Ticket ticket) {
        return Duration.ofSeconds(
                jdbc.sql("""
                SELECT extract(epoch FROM clock_timestamp() - created_at)::bigint FROM notice WHERE id = :id
                """).param("id", ticket.id()).query(Long.class).single());
    }

    /** Letters whose worker vanished after they began to leave: nobody knows whether they arrived. */
    public int giveUpVanished() {
        List<Ticket> lost = jdbc.sql("""
                UPDATE notice SET state = 'unknown', failure = 'the sender vanished while the letter left'
                WHERE id IN (SELECT id FROM notice WHERE state = 'on_wire' AND lease_until < clock_timestamp()
                             FOR UPDATE SKIP LOCKED)
                RETURNING id, attempt
                """).query(Ticket.class).list();
        lost.forEach(ticket -> events.record(ticket.id(), ticket.attempt(), "unknown", "the sender vanished"));
        return lost.size();
    }
}
