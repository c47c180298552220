package io.recoup.console.store;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that is open, by its age: counted from the issue date, and from the due date. */
@Repository
public class ArrearsRows {

    private static final int BRACKETS = 5;

    private final JdbcClient jdbc;

    ArrearsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is open in one currency. Debts stand in one bracket of each list; unused credit notes have no age and are
     * deducted as a whole, so that either list less {@code credit} is {@code total}.
     *
     * @param sinceIssue 0 to 30 days since issue (what is dated ahead too), 31 to 60, 61 to 90, 91 to 180, more
     * @param pastDue not past due (the due date is the last day to pay), 1 to 30 days past due, 31 to 60, 61 to 90, more
     * @param credit unused credit notes; zero or above
     * @param total may be below zero
     */
    public record Arrears(String currency, List<Money> sinceIssue, List<Money> pastDue, Money credit, Money total) {

        public Arrears {
            if (!sum(sinceIssue, credit).equals(total) || !sum(pastDue, credit).equals(total)) {
                throw new IllegalArgumentException("brackets do not add up to " + total + " " + currency);
            }
        }

        private static Money sum(List<Money> brackets, Money credit) {
            return brackets.stream().reduce(credit.negated(), Money::plus);
        }
    }

    /** Minor units of one currency while they are added up. */
    private record Sums(long[] sinceIssue, long[] pastDue, long[] credit) {

        static Sums zero() {
            return new Sums(new long[BRACKETS], new long[BRACKETS], new long[1]);
        }

        Arrears of(String currency) {
            Money deducted = Money.of(credit[0], currency);
            List<Money> issued = money(sinceIssue, currency);
            Money total = issued.stream().reduce(deducted.negated(), Money::plus);
            return new Arrears(currency, issued, money(pastDue, currency), deducted, total);
        }

        private static List<Money> money(long[] minor, String currency) {
            List<Money> brackets = new ArrayList<>();
            for (long sum : minor) {
                brackets.add(Money.of(sum, currency));
            }
            return List.copyOf(brackets);
        }
    }

    /**
     * One per currency in which anything is open, holds or not.
     *
     * @param today business date up to which days are counted
     */
    public List<Arrears> on(LocalDate today) {
        Map<String, Sums> sums = new TreeMap<>();
        jdbc.sql("""
                        SELECT currency, kind = 'credit_note' AS credit,
                               width_bucket(:today::date - issued_on, ARRAY[31, 61, 91, 181]) AS since_issue,
                               width_bucket(:today::date - due_on, ARRAY[1, 31, 61, 91]) AS past_due,
                               sum(open_minor)::bigint AS open_minor
                        FROM open_item
                        GROUP BY 1, 2, 3, 4
                        """).param("today", today).query(row -> {
            Sums of = sums.computeIfAbsent(row.getString("currency"), currency -> Sums.zero());
            long open = row.getLong("open_minor");
            if (row.getBoolean("credit")) {
                of.credit()[0] += open;
            } else {
                of.sinceIssue()[row.getInt("since_issue")] += open;
                of.pastDue()[row.getInt("past_due")] += open;
            }
        });
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .toList();
    }
}
