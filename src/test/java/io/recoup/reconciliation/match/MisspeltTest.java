package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers with one slip, of debtors whom nothing else in the payment makes one think of. */
class MisspeltTest {

    /** A number that a slip made, as it is written. */
    private record Slip(String number, String written) {}

    private final Desk desk = new Desk().debtor("C-100", "Bäckerei Sonnenschein GmbH");

    @Test
    void a_part_payment_by_somebody_whom_nobody_knows_finds_the_only_number_that_is_nearly_said() {
        desk.invoice("C-100", "KX-8714903", 48_000, "2026-03-10");
        for (String written :
                List.of("KX-8714908", "KX 871493", "KX/87149033", "KX-8741903", "K-8714903", "KX-87149O3")) {
            Match match = paying(written, 15_000);
            assertThat(told(match)).as(written).containsExactly("KX-8714903 15000 PARTIAL");
            assertThat(match.decision()).as(written).isNotEqualTo(Match.Decision.AUTO);
        }
    }

    @Test
    void two_slips_are_another_number() {
        desk.invoice("C-100", "KX-8714903", 48_000, "2026-03-10");
        assertThat(told(paying("KX-8714988", 15_000))).isEmpty();
        assertThat(told(paying("KX-871490", 15_000))).hasSize(1);
        assertThat(told(paying("KX-87149", 15_000))).isEmpty();
    }

    @Test
    void a_reference_with_a_slip_finds_its_document() {
        desk.referenced("C-100", "KX-8714903", 48_000, "2026-03-10", "RF18539007547034");
        assertThat(told(paying("RF18 5390 0754 7043", 15_000))).containsExactly("KX-8714903 15000 PARTIAL");
    }

    @Test
    void of_three_documents_as_near_none_is_paid_in_part_and_of_four_none_is_thought_of() {
        desk.invoice("C-100", "KX-8714901", 48_000, "2026-03-10").invoice("C-100", "KX-8714902", 38_000, "2026-03-10");
        assertThat(told(paying("KX-8714909", 15_000))).isEmpty();
        assertThat(told(paying("KX-8714909", 37_999))).as("rounded").containsExactly("KX-8714902 37999 TOLERANCE");
        desk.invoice("C-100", "KX-8714903", 28_000, "2026-03-10");
        assertThat(told(paying("KX-8714909", 37_999))).containsExactly("KX-8714902 37999 TOLERANCE");
        desk.invoice("C-100", "KX-8714904", 18_000, "2026-03-10");
        assertThat(told(paying("KX-8714909", 37_999))).isEmpty();
    }

    @Test
    void a_part_of_a_ledger_knows_how_many_are_as_near_in_the_whole() {
        assertThat(told(ofAPart(Map.of("KX8714908", 3)))).containsExactly("KX-8714903 15000 PARTIAL");
        assertThat(told(ofAPart(Map.of("KX8714908", 4)))).isEmpty();
    }

    private static Match ofAPart(Map<String, Integer> nearly) {
        Desk part = new Desk().debtor("C-100", "Bäckerei Sonnenschein GmbH");
        part.invoice("C-100", "KX-8714903", 48_000, "2026-03-10").pays("P", 15_000, "KX-8714908", null, null);
        return part.decide(new Whole(401, 401, Map.of(), Map.of(), List.of(), nearly))
                .get(0);
    }

    @Test
    void every_slip_of_every_number_leads_back_to_it() {
        Seeds.forEach(500, random -> {
            Slip slip = slip(random);
            KeyShapes shapes = new KeyShapes();
            shapes.add(slip.number);
            HashedRun hashed = new HashedRun(slip.written);
            Set<String> keys = new HashSet<>();
            OneSlip.of(slip.written, shapes, (upTo, instead, after) -> {
                String key = slip.written.substring(0, upTo) + instead + slip.written.substring(after);
                assertThat(hashed.with(upTo, instead, after)).as(key).isEqualTo(Hash.of(key));
                assertThat(shapes.has(key.length(), Numbers.digits(key).length(), Numbers.isDigit(key.charAt(0))))
                        .as("%s looks like %s", key, slip.number)
                        .isTrue();
                keys.add(key);
            });
            assertThat(keys).as(slip.toString()).contains(slip.number).doesNotContain(slip.written);
        });
    }

    private static Slip slip(Random random) {
        StringBuilder number = new StringBuilder();
        for (int letters = random.nextInt(4); letters > 0; letters--) {
            number.append((char) ('A' + random.nextInt(26)));
        }
        for (int digits = 5 + random.nextInt(9); digits > 0; digits--) {
            number.append((char) ('0' + random.nextInt(10)));
        }
        StringBuilder written = new StringBuilder(number);
        int at = random.nextInt(number.length());
        char c = number.charAt(at);
        boolean digit = Numbers.isDigit(c);
        switch (random.nextInt(5)) {
            case 0 -> written.setCharAt(at, (char) (digit ? '0' + (c - '0' + 1) % 10 : 'A' + (c - 'A' + 1) % 26));
            case 1 -> written.deleteCharAt(at);
            case 2 -> written.insert(at, (char) (digit ? '0' + random.nextInt(10) : 'A' + random.nextInt(26)));
            case 3 -> {
                int other = at == 0 ? 1 : at - 1;
                written.setCharAt(at, number.charAt(other));
                written.setCharAt(other, c);
            }
            default -> {
                int like = "0O1I2Z5S8B".indexOf(c);
                written.setCharAt(at, like < 0 ? digit ? '0' : 'X' : "0O1I2Z5S8B".charAt(like ^ 1));
            }
        }
        return written.compareTo(number) == 0 ? slip(random) : new Slip(number.toString(), written.toString());
    }

    private Match paying(String text, long minor) {
        return desk.paysOnly("P", minor, text, "Kaya Factoring", null).only();
    }

    private static List<String> told(Match match) {
        List<String> told = new ArrayList<>();
        match.parts().forEach(part -> told.add(part.item().number() + " " + part.amount() + " " + part.kind()));
        return told;
    }
}
