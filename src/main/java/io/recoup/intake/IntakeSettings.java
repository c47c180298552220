package io.recoup.intake;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are read.
 *
 * @param batch records applied in one transaction, 1 to 1000
 * @param recordBytes largest single record, in bytes; a longer one is quarantined
 * @param mapTime longest time a map may take for one record
 * @param zone the creditor's time zone: which business day a delivery is entered on
 * @param simultaneous deliveries read at the same time; each needs two database connections
 */
@ConfigurationProperties("recoup.intake")
public record IntakeSettings(
        @DefaultValue("500") int batch,
        @DefaultValue("1048576") int recordBytes,
        @DefaultValue("5s") Duration mapTime,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("3") int simultaneous) {

    public static final IntakeSettings DEFAULTS =
            new IntakeSettings(500, 1_048_576, Duration.ofSeconds(5), ZoneId.of("UTC"), 3);

    public IntakeSettings {
        if (batch < 1 || batch > 1000) {
            throw new IllegalArgumentException("recoup.intake.batch must lie within 1 and 1000: " + batch);
        }
        if (recordBytes < 1024 || simultaneous < 1 || mapTime.isNegative() || mapTime.isZero()) {
            throw new IllegalArgumentException("recoup.intake: record-bytes must be at least 1024, simultaneous at"
                    + " least 1 and map-time above zero");
        }
    }
}
