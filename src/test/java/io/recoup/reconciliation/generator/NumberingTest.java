package io.recoup.reconciliation.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberingTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Test
    void documents_issued_together_follow_each_other_and_no_serial_comes_twice() {
        Numbering numbering = new Numbering(FIRST, 5, 0);
        Set<Long> serials = new HashSet<>();
        for (int batch = 0; batch < 40; batch++) {
            long first = numbering.next(Company.HANSE, FIRST.plusDays(batch % 5), 3);
            for (long serial = first; serial < first + 3; serial++) {
                assertThat(serials.add(serial)).as("serial %s", serial).isTrue();
            }
        }
    }

    @Test
    void serials_rise_with_the_day_of_issue() {
        Numbering numbering = new Numbering(FIRST, 5, 0);
        long monday = numbering.next(Company.HANSE, FIRST.plusDays(3), 1);
        assertThat(numbering.next(Company.HANSE, FIRST, 1)).isLessThan(monday);
        assertThat(numbering.next(Company.HANSE, FIRST.plusDays(4), 1)).isGreaterThan(monday);
        assertThat(numbering.next(Company.BRERA, FIRST.plusDays(3), 1))
                .as("clashes")
                .isEqualTo(monday);
    }
}
