package io.recoup.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresTestTest extends PostgresTest {

    @Test
    void every_class_has_a_real_database_of_its_own() {
        assertThat(jdbc.sql("SHOW server_version_num").query(Integer.class).single())
                .isGreaterThanOrEqualTo(150000);
        jdbc.sql("CREATE TABLE mine (n int)").update();
        transaction.executeWithoutResult(
                open -> jdbc.sql("INSERT INTO mine VALUES (1)").update());
        assertThat(jdbc.sql("SELECT count(*) FROM mine").query(Integer.class).single())
                .isEqualTo(1);
    }
}
