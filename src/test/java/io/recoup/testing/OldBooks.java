package io.recoup.testing;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Books that were kept before some migration and then moved by it and all after it. */
public final class OldBooks {

    private OldBooks() {}

    /**
     * @param server any database of the server on which the books come to lie
     * @param version the last migration that they knew
     * @param entries statements that keep them, with semicolons between
     */
    public static PGSimpleDataSource moved(PGSimpleDataSource server, String version, String entries) {
        String name = "books_of_" + version;
        JdbcClient.create(server)
                .sql("CREATE DATABASE " + name + " TEMPLATE template0")
                .update();
        PGSimpleDataSource books = new PGSimpleDataSource();
        books.setServerNames(server.getServerNames());
        books.setPortNumbers(server.getPortNumbers());
        books.setDatabaseName(name);
        books.setUser(server.getUser());
        books.setPassword(server.getPassword());
        Flyway.configure().dataSource(books).target(version).load().migrate();
        for (String sql : entries.split(";")) {
            JdbcClient.create(books).sql(sql).update();
        }
        Flyway.configure().dataSource(books).load().migrate();
        return books;
    }
}
