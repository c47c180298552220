package io.recoup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.PostgresTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes late, twice or mangled; each failure names the seed that shows it again. */
class DisorderStoreTest extends PostgresTest {

    private Doors doors;

    @BeforeAll
    void open() {
        doors = new Doors(dataSource, Path.of("routes"));
    }

    @Test
    void any_order_with_repetitions_of_the_versions_of_invoices_ends_in_the_same_state() {
        Set<List<String>> ends = new HashSet<>();
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            List<String> versions = new ArrayList<>();
            for (int invoice = 1; invoice <= 3; invoice++) {
                String number = "P" + seed + "-" + invoice;
                for (int version = 1; version <= 4; version++) {
                    versions.add(Invoices.node(number)
                            .put("changedAt", "2026-02-0" + version + "T10:00:00Z")
                            .put("total", (invoice * 100 + version) + ".00")
                            .put("dueOn", "2026-03-0" + version)
                            .toString());
                }
            }
            for (int repeated = 0; repeated < 8; repeated++) {
                versions.add(versions.get(random.nextInt(12)));
            }
            Collections.shuffle(versions, random);
            int cut = 1 + random.nextInt(versions.size() - 1);
            doors.invoices(String.join("\n", versions.subList(0, cut)) + "\n");
            doors.invoices(String.join("\n", versions.subList(cut, versions.size())) + "\n");

            List<String> end = new ArrayList<>();
            for (int invoice = 1; invoice <= 3; invoice++) {
                var item = doors.item("P" + seed + "-" + invoice);
                end.add(item.original() + " " + item.open() + " " + item.dueOn());
            }
            ends.add(end);
            assertThat(ends).as("seed " + seed).hasSize(1);
        }
        assertThat(ends.iterator().next())
                .containsExactly(
                        "104.00 EUR 104.00 EUR 2026-03-04",
                        "204.00 EUR 204.00 EUR 2026-03-04",
                        "304.00 EUR 304.00 EUR 2026-03-04");
    }

    @Test
    void mangled_json_and_csv_end_in_the_inbox_with_every_record_accounted_for() {
        String json = "[" + Invoices.json("Q-1") + ",\n" + Invoices.json("Q-2") + "]";
        String lines = Invoices.json("Q-3") + "\n" + Invoices.json("Q-4") + "\n";
        String csv = "n;total;c\nQ-5;10,00;\"C;1\"\nQ-6;20,00;C2\n";
        Map<String, String> columns = Map.of(
                "columns",
                "number=n,sourceId=n,total=total,debtor.sourceId=c,debtor.name=c,kind:=invoice,currency:=EUR,"
                        + "issuedOn:=2026-02-01",
                "decimal",
                ",");
        for (long seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            String base = List.of(json, lines, csv).get((int) (seed % 3));
            byte[] bytes = mangled(base.getBytes(StandardCharsets.UTF_8), random);
            DoorReport report = doors.accept("invoices", bytes, seed % 3 == 2 ? columns : Map.of());
            assertThat(report.applied() + report.unchanged() + report.quarantined())
                    .as("seed " + seed + ": " + new String(bytes, StandardCharsets.ISO_8859_1))
                    .isPositive();
        }
        assertThat(jdbc.sql("SELECT count(*) FROM inbox WHERE state = 'stored'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM quarantine WHERE reason LIKE 'recoup failed%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static byte[] mangled(byte[] bytes, Random random) {
        byte[] mangled = bytes.clone();
        String marks = "{}[]\",:;\\\n\r\0\u0000aé0-";
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            byte[] mark =
                    String.valueOf(marks.charAt(random.nextInt(marks.length()))).getBytes(StandardCharsets.ISO_8859_1);
            mangled[random.nextInt(mangled.length)] = mark[0];
        }
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(mangled, 1 + random.nextInt(mangled.length)) : mangled;
    }
}
