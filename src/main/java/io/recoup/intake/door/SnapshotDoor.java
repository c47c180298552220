package io.recoup.intake.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.calendar.BusinessDay;
import io.recoup.intake.DoorReport;
import io.recoup.intake.IntakeSettings;
import io.recoup.intake.contract.Contracts;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.contract.Json;
import io.recoup.intake.contract.SnapshotReader;
import io.recoup.intake.map.BrokenMap;
import io.recoup.intake.map.Maps;
import io.recoup.intake.reading.RawRecord;
import io.recoup.intake.store.StoredDelivery;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.SourceDeliveries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * {@code recoup:snapshot}: the complete list of documents a source still holds as open. Because what it does not name
 * counts as settled, a list that is empty, cut short or names less than half of what is open waits for a person.
 */
@Component
class SnapshotDoor implements StoredDoor {

    static final String ALLOW_MANY = "allowMany";

    private static final int MOST_BYTES = 256 << 20;

    private final Reception reception;
    private final Contracts contracts;
    private final Maps maps;
    private final Accounts accounts;
    private final Ledger ledger;
    private final BusinessDay businessDay;
    private final IntakeSettings settings;

    SnapshotDoor(
            Reception reception,
            Contracts contracts,
            Maps maps,
            Accounts accounts,
            Ledger ledger,
            BusinessDay businessDay,
            IntakeSettings settings) {
        this.reception = reception;
        this.contracts = contracts;
        this.maps = maps;
        this.accounts = accounts;
        this.ledger = ledger;
        this.businessDay = businessDay;
        this.settings = settings;
    }

    @Override
    public Optional<SourceDeliveries.Kind> newsOf() {
        return Optional.of(SourceDeliveries.Kind.ERP);
    }

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public DoorReport accept(Delivery delivery, Map<String, String> options) {
        return reception.receive(this, delivery, options);
    }

    @Override
    public void read(StoredDelivery delivery, InputStream bytes, Run run) throws IOException {
        Set<String> ids;
        try {
            ids = complete(delivery, bytes.readNBytes(MOST_BYTES + 1));
        } catch (FlawedRecord flawed) {
            run.hold(1, "", flawed.getMessage(), flawed.remedy());
            return;
        }
        Accounts.ListedDocuments effect = accounts.openBeside(delivery.source(), ids);
        boolean allowed = Boolean.parseBoolean(delivery.options().get(ALLOW_MANY));
        if (effect.absent() * 2L > effect.open() && !allowed) {
            run.hold(
                    1,
                    "",
                    "it would settle " + effect.absent() + " of the " + effect.open() + " open documents of "
                            + delivery.source(),
                    "check the list with the source; replay this record if it is right, dismiss it if not");
            return;
        }
        run.take(
                RawRecord.of(1, "", ""),
                () -> new Parsed(
                        List.of(() -> ledger.snapshot(
                                        delivery.source(),
                                        List.copyOf(ids),
                                        Cause.inbox(delivery.id()),
                                        businessDay.today(settings.zone()))
                                > 0),
                        List.of()));
    }

    private Set<String> complete(StoredDelivery delivery, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new FlawedRecord("", "is longer than " + MOST_BYTES + " bytes", "split the source in two");
        }
        JsonNode snapshot = snapshot(delivery, Json.parse(new String(bytes, StandardCharsets.UTF_8)));
        contracts.get("snapshot/1").check(snapshot);
        return SnapshotReader.sourceIds(snapshot, delivery.source());
    }

    private JsonNode snapshot(StoredDelivery delivery, JsonNode json) {
        String map = delivery.options().get("map");
        if (map == null) {
            return json;
        }
        try {
            List<JsonNode> results = maps.jq(map).apply(json);
            if (results.size() != 1) {
                throw new FlawedRecord("", "map " + map + " gives " + results.size() + " results", "let it give one");
            }
            if (results.get(0) instanceof ObjectNode object && !object.has("source")) {
                object.put("source", delivery.source());
            }
            return results.get(0);
        } catch (BrokenMap broken) {
            throw new FlawedRecord("", broken.getMessage(), "correct the map and replay");
        }
    }
}
