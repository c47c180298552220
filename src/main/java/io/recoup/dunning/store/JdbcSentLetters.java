package io.recoup.dunning.store;

import io.recoup.receivables.DebtorId;
import io.recoup.receivables.SentLetters;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSentLetters implements SentLetters {

    private final JdbcClient jdbc;

    JdbcSentLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter of unknown fate may be in the debtor's hands. */
    @Override
    public List<Letter> to(Collection<DebtorId> debtors, LocalDate since) {
        return jdbc.sql("""
                SELECT n.debtor_id, n.sent_on, array_agg(DISTINCT i.number ORDER BY i.number) AS numbers,
                       ARRAY(SELECT o.number FROM open_item o
                             WHERE o.debtor_id = n.debtor_id AND o.source = 'recoup'
                               AND o.number IN ('FEE-' || n.notice_id || '-' || o.currency,
                                                'INT-' || n.notice_id || '-' || o.currency)
                             ORDER BY o.number) AS charges
                FROM notice_item n JOIN item i ON i.id = n.item_id
                WHERE n.debtor_id = ANY (:debtors) AND n.sent_on >= :since AND n.dropped IS NULL
                GROUP BY n.notice_id, n.debtor_id, n.sent_on ORDER BY n.sent_on, n.notice_id
                """)
                .param("debtors", debtors.stream().map(DebtorId::value).toArray(Long[]::new))
                .param("since", since)
                .query((rs, row) -> new Letter(
                        new DebtorId(rs.getLong("debtor_id")),
                        rs.getObject("sent_on", LocalDate.class),
                        List.of((String[]) rs.getArray("numbers").getArray()),
                        List.of((String[]) rs.getArray("charges").getArray())))
                .list();
    }
}
