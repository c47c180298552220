package io.recoup.reconciliation.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OddsTest {

    @Test
    void outcomes_come_as_often_as_they_weigh() {
        Odds<String> odds = Odds.of("often", 6).or("seldom", 3).or("rare", 1);
        Dice dice = new Dice(5);
        int often = 0;
        int rare = 0;
        for (int i = 0; i < 10_000; i++) {
            String outcome = odds.drawn(dice);
            often += outcome.equals("often") ? 1 : 0;
            rare += outcome.equals("rare") ? 1 : 0;
        }
        assertThat(often).isBetween(5_800, 6_200);
        assertThat(rare).isBetween(900, 1_100);
    }

    @Test
    void a_stream_is_the_same_for_the_same_layer_and_key_and_no_other() {
        Streams streams = new Streams(1);
        long first = streams.of(Layer.BANK, 7).next();
        assertThat(streams.of(Layer.BANK, 7).next()).isEqualTo(first);
        assertThat(streams.of(Layer.BANK, 8).next()).isNotEqualTo(first);
        assertThat(streams.of(Layer.WORDING, 7).next()).isNotEqualTo(first);
        assertThat(new Streams(2).of(Layer.BANK, 7).next()).isNotEqualTo(first);
    }
}
