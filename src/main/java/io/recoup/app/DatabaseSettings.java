package io.recoup.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the books are: in an external PostgreSQL if {@code url} is set, else in the embedded one.
 *
 * @param url         {@code jdbc:postgresql://host/database} of a PostgreSQL 15 or later; unset for the embedded one
 * @param username    role at the external server; it owns the schema
 * @param password    its password
 * @param folder      embedded only: folder of programs and data; {@code data/postgresql} unless set
 * @param port        embedded only: TCP port on 127.0.0.1; a free one, kept from then on, unless set
 * @param connections most connections that recoup opens at a time
 * @param attach      whether to use the embedded server of a recoup that already runs; for commands
 */
@ConfigurationProperties("recoup.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable Path folder,
        @Nullable Integer port,
        @DefaultValue("20") int connections,
        @DefaultValue("false") boolean attach) {

    boolean isExternal() {
        return url != null && !url.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return isExternal() ? url + " as " + username : "embedded in " + folder;
    }
}
