package io.recoup.app;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of connections to the one database; Flyway and everything else use it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    static final int OLDEST_POSTGRESQL = 15;

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings) {
        return Database.open(settings);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("recoup");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(settings.connections());
        pool.addDataSourceProperty("ApplicationName", "recoup");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        try (Connection connection = pool.getConnection()) {
            requireSupported(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException unreachable) {
            pool.close();
            throw new StartRefused(
                    "the database " + database.url() + " cannot be used: " + unreachable.getMessage(),
                    "Check recoup.database.url, recoup.database.username and recoup.database.password, and that the"
                            + " server accepts connections from here.",
                    unreachable);
        } catch (StartRefused tooOld) {
            pool.close();
            throw tooOld;
        }
        return pool;
    }

    static void requireSupported(int majorVersion) {
        if (majorVersion < OLDEST_POSTGRESQL) {
            throw new StartRefused(
                    "recoup.database.url leads to PostgreSQL " + majorVersion + ", which is older than "
                            + OLDEST_POSTGRESQL,
                    "Use PostgreSQL " + OLDEST_POSTGRESQL + " or later, or leave recoup.database.url out to use the"
                            + " embedded one.");
        }
    }
}
