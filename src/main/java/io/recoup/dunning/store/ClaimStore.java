package io.recoup.dunning.store;

import io.recoup.dunning.plan.Claim;
import io.recoup.mail.GatedMessage.Ticket;
import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What letters asked for and charged, per currency. */
@Repository
public class ClaimStore {

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param on business date of the charge */
    public record Charged(Money fee, Money interest, LocalDate on) {}

    public void record(long notice, List<Claim> claims) {
        for (Claim claim : claims) {
            jdbc.sql("""
                    INSERT INTO notice_claim (notice_id, currency, total_minor, fee_minor, interest_minor, earlier_minor,
                                              credit_minor)
                    VALUES (:notice, :currency, :total, :fee, :interest, :earlier, :credit)
                    ON CONFLICT (notice_id, currency) DO UPDATE
                    SET total_minor = excluded.total_minor, earlier_minor = excluded.earlier_minor,
                        credit_minor = excluded.credit_minor,
                        fee_minor = notice_claim.fee_minor + excluded.fee_minor,
                        interest_minor = notice_claim.interest_minor + excluded.interest_minor
                    """)
                    .param("notice", notice)
                    .param("currency", claim.currency().getCurrencyCode())
                    .param("total", claim.total().minor())
                    .param("fee", claim.fee().minor())
                    .param("interest", claim.interest().minor())
                    .param(
                            "earlier",
                            claim.earlierFees().plus(claim.earlierInterest()).minor())
                    .param("credit", claim.credit().minor())
                    .update();
        }
        jdbc.sql("""
                UPDATE notice_item SET fixed_sum = true
                WHERE notice_id = :notice AND item_id = ANY (:items)
                """)
                .param("notice", notice)
                .param(
                        "items",
                        claims.stream()
                                .flatMap(claim -> claim.fixedSums().stream())
                                .map(item -> item.value())
                                .toArray(Long[]::new))
                .update();
    }

    /** Interest through the day the letter leaves was charged with each of its items. */
    public void interestCharged(long notice) {
        jdbc.sql("UPDATE notice_item SET interest = true WHERE notice_id = :notice AND dropped IS NULL")
                .param("notice", notice)
                .update();
    }

    /** What the attempt charged that has the letter on the wire; none when another one has overtaken it. */
    public List<Charged> charged(Ticket ticket) {
        return jdbc.sql("""
                SELECT c.currency, c.fee_minor, c.interest_minor, n.sent_on
                FROM notice_claim c JOIN notice n ON n.id = c.notice_id
                WHERE n.id = :notice AND n.attempt = :attempt AND n.state = 'on_wire'
                """)
                .param("notice", ticket.id())
                .param("attempt", ticket.attempt())
                .query((row, n) -> new Charged(
                        Money.of(row.getLong("fee_minor"), row.getString("currency")),
                        Money.of(row.getLong("interest_minor"), row.getString("currency")),
                        row.getObject("sent_on", LocalDate.class)))
                .list();
    }

    public void forget(long notice) {
        jdbc.sql("DELETE FROM notice_claim WHERE notice_id = :notice")
                .param("notice", notice)
                .update();
        jdbc.sql("UPDATE notice_item SET interest = false, fixed_sum = false WHERE notice_id = :notice")
                .param("notice", notice)
                .update();
    }
}
