package io.recoup.intake.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.intake.reading.RawRecord;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** The form in which a delivery brings its records. */
interface Shape {

    /** Cuts the delivery into records. */
    void cut(InputStream bytes, Consumer<RawRecord> sink);

    /**
     * What one record says, in the shape of the contract but not checked yet.
     *
     * @throws io.recoup.intake.contract.FlawedRecord if it cannot be read
     */
    List<JsonNode> objects(RawRecord record);
}
