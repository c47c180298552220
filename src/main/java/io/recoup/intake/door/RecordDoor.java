package io.recoup.intake.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.intake.DoorReport;
import io.recoup.intake.contract.Contracts;
import io.recoup.intake.contract.Flaw;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.reading.RawRecord;
import io.recoup.intake.store.StoredDelivery;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A door whose records stand each for itself. */
abstract class RecordDoor implements StoredDoor {

    private final Reception reception;
    private final Shapes shapes;
    private final Contracts contracts;

    RecordDoor(Reception reception, Shapes shapes, Contracts contracts) {
        this.reception = reception;
        this.shapes = shapes;
        this.contracts = contracts;
    }

    /** The contract of a record, such as {@code invoice/1}. */
    abstract String contract(JsonNode record);

    /** The field of the contract that names where the record comes from; null where there is none. */
    abstract String sourceField();

    /**
     * What a checked record does.
     *
     * @throws FlawedRecord if it contradicts itself
     */
    abstract Change change(JsonNode record, StoredDelivery delivery);

    @Override
    public DoorReport accept(Delivery delivery, Map<String, String> options) {
        return reception.receive(this, delivery, options);
    }

    @Override
    public void read(StoredDelivery delivery, InputStream bytes, Run run) {
        Shape shape = shapes.of(delivery.options());
        shape.cut(bytes, record -> run.take(record, () -> parse(delivery, shape, record)));
    }

    @Override
    public Optional<Parsed> parse(StoredDelivery delivery, RawRecord record) {
        return Optional.of(parse(delivery, shapes.of(delivery.options()), record));
    }

    private Parsed parse(StoredDelivery delivery, Shape shape, RawRecord record) {
        List<JsonNode> objects = shape.objects(record);
        boolean brought =
                delivery.options().containsKey("map") || delivery.options().containsKey("columns");
        List<Change> changes = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            try {
                changes.add(checked(objects.get(i), delivery, brought));
            } catch (FlawedRecord flawed) {
                String which = objects.size() > 1 ? "result " + (i + 1) + ": " : "";
                flawed.flaws().forEach(f -> flaws.add(new Flaw(which + f.field(), f.what(), f.remedy())));
            }
        }
        return new Parsed(changes, flaws);
    }

    private Change checked(JsonNode record, StoredDelivery delivery, boolean brought) {
        String field = sourceField();
        if (field != null && record instanceof ObjectNode object) {
            if (brought && !object.has(field)) {
                object.put(field, delivery.source());
            }
            String stated = object.path(field).asText(delivery.source());
            if (!stated.equals(delivery.source())) {
                throw new FlawedRecord(
                        field,
                        "is " + Flaw.shown(stated) + ", but this door belongs to " + Flaw.shown(delivery.source()),
                        "send it to the door of its own source");
            }
        }
        contracts.get(contract(record)).check(record);
        return change(record, delivery);
    }
}
