package io.recoup.app.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to reach the embedded server: remembered in {@code connection.properties} (readable by its owner only) beside
 * the cluster, so that a command in another process can use a server that already runs.
 *
 * @param port     TCP port on 127.0.0.1
 * @param username role that owns the database
 * @param password random, made when the folder was new
 */
public record Access(int port, String username, String password) {

    static final String DATABASE = "recoup";
    private static final String FILE = "connection.properties";
    private static final int PASSWORD_BYTES = 24;

    public String url() {
        return url(DATABASE);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url() + " as " + username;
    }

    static Access fresh(int port) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return new Access(
                port, "recoup", Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    static Optional<Access> readFrom(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(folder), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Access(
                    Integer.parseInt(properties.getProperty("port")),
                    properties.getProperty("username"),
                    properties.getProperty("password")));
        } catch (NumberFormatException broken) {
            throw new PostgresFailure(
                    file(folder) + " has no valid port: restore the file, or put port=5432 into it", broken);
        }
    }

    void writeTo(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("username", username);
        properties.setProperty("password", password);
        // temporary files are readable by their owner only
        Path fresh = Files.createTempFile(folder, ".connection-", "");
        try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            properties.store(writer, "the embedded PostgreSQL of recoup; whoever has the password has the books");
        }
        Files.move(fresh, file(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Access onPort(int other) {
        return new Access(other, username, password);
    }

    PGSimpleDataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(username);
        source.setPassword(password);
        source.setConnectTimeout(5);
        source.setSocketTimeout(30);
        return source;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
