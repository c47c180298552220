package io.recoup.reconciliation.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.banking.ReferenceScheme;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckDigitsTest {

    @ParameterizedTest
    @EnumSource(ReferenceScheme.class)
    void every_serial_gives_another_valid_reference(ReferenceScheme scheme) {
        Set<String> references = new HashSet<>();
        for (long serial = 100_000_000; serial < 100_000_500; serial++) {
            String reference = CheckDigits.reference(scheme, serial);
            assertThat(scheme.isValid(reference)).as(reference).isTrue();
            assertThat(references.add(reference)).as(reference).isTrue();
        }
        assertThat(scheme.isValid(CheckDigits.reference(scheme, 9_999_999_999L)))
                .isTrue();
    }
}
