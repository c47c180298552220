package io.recoup.app;

import io.recoup.app.postgres.Access;
import io.recoup.app.postgres.DatabaseDoor;
import io.recoup.app.postgres.ServerFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The database in use, for as long as the application runs.
 *
 * @param url      JDBC address
 * @param embedded the embedded server's door; empty with an external server
 */
record Database(String url, String username, String password, Optional<DatabaseDoor> embedded)
        implements AutoCloseable {

    /** @throws StartRefused if the address is none of PostgreSQL's */
    static Database open(DatabaseSettings settings) {
        if (settings.isExternal()) {
            if (!settings.url().startsWith("jdbc:postgresql:")) {
                throw new StartRefused(
                        "recoup.database.url is no JDBC address of PostgreSQL",
                        "Write it as jdbc:postgresql://db.example.com:5432/recoup, with recoup.database.username and"
                                + " recoup.database.password, or leave it out to use the embedded PostgreSQL.");
            }
            return new Database(settings.url(), settings.username(), settings.password(), Optional.empty());
        }
        Path folder = settings.folder() == null ? ServerFolder.byDefault(Path.of("")) : settings.folder();
        OptionalInt port = settings.port() == null ? OptionalInt.empty() : OptionalInt.of(settings.port());
        DatabaseDoor door = settings.attach() ? DatabaseDoor.attach(folder, port) : DatabaseDoor.serve(folder, port);
        Access access = door.access();
        return new Database(access.url(), access.username(), access.password(), Optional.of(door));
    }

    @Override
    public void close() {
        embedded.ifPresent(DatabaseDoor::close);
    }

    @Override
    public String toString() {
        return url;
    }
}
