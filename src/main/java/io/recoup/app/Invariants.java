package io.recoup.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must be true of the books at every commit: each file in {@code resources/invariants} is a query that returns
 * no row.
 */
public final class Invariants {

    /** Rows shown per broken invariant; the query may return many more. */
    private static final int SHOWN_ROWS = 5;

    private final JdbcClient jdbc;

    public Invariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An invariant that does not hold.
     *
     * @param file name of the query, e.g. {@code I4-open-adds-up.sql}
     * @param rows the first rows that it returned
     */
    public record Violation(String file, List<Map<String, Object>> rows) {}

    /** Runs every query; an empty answer means that the books are right. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        for (Resource file : files()) {
            List<Map<String, Object>> rows =
                    jdbc.sql(text(file)).withMaxRows(SHOWN_ROWS).query().listOfRows();
            if (!rows.isEmpty()) {
                found.add(new Violation(file.getFilename(), rows));
            }
        }
        return found;
    }

    private static List<Resource> files() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:invariants/*.sql");
            return Arrays.stream(files)
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Resource file) {
        try {
            String sql = file.getContentAsString(StandardCharsets.UTF_8).strip();
            return sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
