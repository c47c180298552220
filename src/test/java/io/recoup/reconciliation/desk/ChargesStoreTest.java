package io.recoup.reconciliation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.reconciliation.Proposal.Part;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What banks on the way may take from money that comes from far away. */
class ChargesStoreTest extends MatchingTest {

    private static final String BRITISH = "GB29NWBK60161331926819";
    private static final String GERMAN = "DE89370400440532013000";

    @BeforeAll
    void open() {
        house = openHouse(new ReconciliationSettings(
                "-",
                ReconciliationSettings.Base.STRICT,
                0,
                "charges",
                0.001,
                Map.of("EUR", new BigDecimal("0.50")),
                Map.of("EUR", new BigDecimal("25.00")),
                60,
                2));
    }

    @Test
    void banks_on_the_way_may_take_as_much_as_is_set_and_not_a_cent_more() {
        owes(named("B1", "Brown Ltd", BRITISH), "BR-700001", "1000.00");
        owes(named("B1", "Brown Ltd", BRITISH), "BR-700002", "1000.00");
        book(
                Bookings.credit("charged", "975.00", "BR-700001", "Brown Ltd", BRITISH),
                Bookings.credit("charged too much", "974.99", "BR-700002", "Brown Ltd", BRITISH));

        assertThat(part("charged").kind()).isEqualTo("tolerance");
        assertThat(part("charged").forgiven().toDecimal()).isEqualTo("25.00");
        assertThat(part("charged too much").kind()).isEqualTo("partial");
        house.reviews.accept(receipt("charged"), "rosa", today);
        assertThat(open("BR-700001")).isEqualTo("0.00");
        assertThat(jdbc.sql("SELECT amount_minor FROM posting WHERE kind = 'small_difference'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2_500);
    }

    @Test
    void money_from_the_euro_area_has_the_tolerance_of_all_payments() {
        owes(named("G1", "Grau GmbH", GERMAN), "GR-700001", "1000.00");
        owes(named("G1", "Grau GmbH", GERMAN), "GR-700002", "1000.00");
        book(
                Bookings.credit("near", "999.50", "GR-700001", "Grau GmbH", GERMAN),
                Bookings.credit("near, a cent less", "999.49", "GR-700002", "Grau GmbH", GERMAN));

        assertThat(part("near").kind()).isEqualTo("tolerance");
        assertThat(part("near, a cent less").kind()).isEqualTo("partial");
    }

    private Part part(String bankId) {
        return proposal(bankId).best().parts().get(0);
    }
}
