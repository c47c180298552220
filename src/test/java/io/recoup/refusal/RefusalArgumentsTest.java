package io.recoup.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compiler counts no arguments of a sentence, so this reads where refusals are made. */
class RefusalArgumentsTest {

    private static final Pattern REFUSAL =
            Pattern.compile("class (\\w+) extends .*enum Why .*return \"([a-z]+)\";", Pattern.DOTALL);
    private static final Pattern MADE = Pattern.compile("new (\\w+)\\(");
    private static final Pattern REASON = Pattern.compile("Why\\.([A-Z_]+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[,}]");

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("refusals", Locale.ENGLISH);

    @Test
    void every_refusal_brings_as_many_arguments_as_its_words_name_and_every_reason_is_given() throws IOException {
        List<String> sources = sources();
        Map<String, String> rooms = rooms(sources);
        Set<String> given = new TreeSet<>();
        for (String source : sources) {
            for (Matcher made = MADE.matcher(source); made.find(); ) {
                String room = rooms.get(made.group(1));
                if (room != null) {
                    String[] call = arguments(source, made.end());
                    for (String key : keys(room, call[0])) {
                        given.add(key);
                        assertThat(call.length - 1).as(key).isEqualTo(placeholders(key));
                    }
                }
            }
        }
        // handed on as a variable in Typed
        given.addAll(Set.of("refused.form.not-a-day", "refused.form.not-an-hour"));
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(ENGLISH.keySet().stream()
                        .filter(key -> !key.startsWith("refused.referral.") && !key.startsWith("refused.letter."))
                        .toList());
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(RefusalArgumentsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> rooms(List<String> sources) {
        Map<String, String> rooms = new HashMap<>();
        for (String source : sources) {
            Matcher refusal = REFUSAL.matcher(source);
            if (refusal.find()) {
                rooms.put(refusal.group(1), refusal.group(2));
            }
        }
        assertThat(rooms).containsEntry("RefusedEntry", "ledger").containsEntry("RunRefused", "run");
        return rooms;
    }

    private static Set<String> keys(String room, String reason) {
        return REASON.matcher(reason)
                .results()
                .map(found -> "refused." + room + "."
                        + found.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }

    /** The arguments of the call that opened before {@code from}. */
    private static String[] arguments(String source, int from) {
        StringBuilder call = new StringBuilder();
        int depth = 0;
        for (int at = from; depth >= 0; at++) {
            char sign = source.charAt(at);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            call.append(depth == 0 && sign == ',' ? '\u001f' : sign);
        }
        return call.toString().split("\u001f", -1);
    }

    private static int placeholders(String key) {
        return (int) PLACEHOLDER
                .matcher(ENGLISH.getString(key))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .count();
    }
}
