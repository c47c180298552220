package io.recoup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCheckTest {

    @TempDir
    Path routes;

    @Test
    void the_shipped_maps_give_what_their_samples_say() {
        assertThat(new MapCheck().run(Path.of("routes")).problems()).isEmpty();
    }

    @Test
    void a_folder_without_maps_has_no_problem() {
        assertThat(new MapCheck().run(routes).problems()).isEmpty();
    }

    @Test
    void names_file_line_and_remedy_of_what_is_wrong() throws IOException {
        write("maps/mute.jq", ".");
        write("maps/broken.jq", "# gives invoice/1\n.a |\n| foo");
        write("maps/other.jq", "# gives order/1\n.");
        write("maps/bare.jq", "# gives customer/1\n.");
        write("maps/odd.columns.yaml", "# gives customer/1\ncolumns:\n  name: Name\ncolour: red\n");
        write("maps/wrong.jq", "# gives customer/1\n{sourceId: .id, name: .name}");
        write("maps/wrong/samples/01-input.json", "{\"id\": \"7\", \"name\": \"A\"}");
        write("maps/wrong/samples/01-expected.json", "{\n  \"sourceId\": \"7\",\n  \"name\": \"B\"\n}");
        write("maps/wrong/samples/02-input.json", "{\"id\": 7}");

        List<String> problems = new MapCheck()
                .run(routes).problems().stream().map(Problem::toString).toList();

        assertThat(problems).anyMatch(p -> p.startsWith("maps/mute.jq:1: does not say which contract it gives; begin"));
        assertThat(problems).anyMatch(p -> p.startsWith("maps/broken.jq:3: is no jq program"));
        assertThat(problems).anyMatch(p -> p.startsWith("maps/other.jq:1: there is no contract order/1"));
        assertThat(problems).anyMatch(p -> p.startsWith("maps/bare.jq: has no samples; add"));
        assertThat(problems).anyMatch(p -> p.startsWith("maps/odd.columns.yaml:4: is no column map"));
        assertThat(problems)
                .contains("maps/wrong/samples/01-expected.json:3: result 1: name is \"A\", expected \"B\";"
                        + " correct the map or the sample");
        assertThat(problems).anyMatch(p -> p.startsWith("maps/wrong/samples/02-expected.json: is missing"));
        assertThat(problems)
                .anyMatch(p -> p.startsWith("maps/wrong/samples/02-input.json:1: result 1 is no customer/1: name"));
    }

    @Test
    void a_map_may_give_results_of_several_contracts() throws IOException {
        write("maps/mixed.jq", "# gives case-report/1, case-payment/1\n.[]");
        String mixed = """
                [{"caseNumber": "RC-1", "state": "active"},
                 {"caseNumber": "RC-1", "paymentId": "P-1", "on": "2026-03-02", "currency": "EUR", "amount": "1.00",
                  "receivedBy": "agency"}]
                """;
        write("maps/mixed/samples/01-input.json", "[" + mixed + "]");
        write("maps/mixed/samples/01-expected.json", mixed);
        assertThat(new MapCheck().run(routes).problems()).isEmpty();

        String neither = mixed.replace("\"receivedBy\"", "\"to\"");
        write("maps/mixed/samples/02-input.json", "[" + neither + "]");
        write("maps/mixed/samples/02-expected.json", neither);
        assertThat(new MapCheck().run(routes).problems())
                .extracting(Problem::toString)
                .hasSize(2)
                .allMatch(problem ->
                        problem.startsWith("maps/mixed/samples/02-input.json:1: result 2 is no case-payment/1: "));
    }

    private void write(String file, String text) throws IOException {
        Path path = routes.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
