package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void an_address_of_another_kind_is_refused_with_an_example() {
        assertThatThrownBy(() -> Database.open(external("postgres://db/recoup")))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.remedy())
                        .contains("jdbc:postgresql://db.example.com:5432/recoup"));
        assertThat(Database.open(external("jdbc:postgresql://db/recoup")).embedded())
                .isEmpty();
    }

    @Test
    void a_server_that_does_not_answer_is_named() {
        DatabaseSettings settings = external("jdbc:postgresql://127.0.0.1:1/recoup?connectTimeout=1");
        assertThatThrownBy(() -> new DatabaseConfiguration().dataSource(Database.open(settings), settings))
                .hasMessageContaining("127.0.0.1:1/recoup");
    }

    @Test
    void fifteen_is_the_oldest_postgresql() {
        assertThatThrownBy(() -> DatabaseConfiguration.requireSupported(14))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL 14");
        assertThatCode(() -> DatabaseConfiguration.requireSupported(15)).doesNotThrowAnyException();
    }

    @Test
    void passwords_stay_out_of_logs() {
        assertThat(external("jdbc:postgresql://db/recoup").toString()).doesNotContain("secret");
        assertThat(Database.open(external("jdbc:postgresql://db/recoup")).toString())
                .doesNotContain("secret");
    }

    private static DatabaseSettings external(String url) {
        return new DatabaseSettings(url, "recoup", "secret", null, null, 2, false);
    }
}
