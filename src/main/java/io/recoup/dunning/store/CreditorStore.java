package io.recoup.dunning.store;

import io.recoup.dunning.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets the ledger's creditor follow the policy file: its term makes due dates, its zone says what a date is. */
@Repository
public class CreditorStore {

    private final JdbcClient jdbc;

    public CreditorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void follow(Policy policy) {
        jdbc.sql("UPDATE creditor SET name = :name, term_days = :term, zone = :zone WHERE code = :code")
                .param("name", policy.letterhead().name())
                .param("term", policy.termDays())
                .param("zone", policy.zone().getId())
                .param("code", policy.creditor())
                .update();
    }
}
