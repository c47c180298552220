package io.recoup.intake.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.agency.CaseDesk;
import io.recoup.agency.CaseNews;
import io.recoup.agency.CaseNewsReader;
import io.recoup.calendar.BusinessDay;
import io.recoup.intake.IntakeSettings;
import io.recoup.intake.contract.Contracts;
import io.recoup.intake.store.StoredDelivery;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code recoup:case-reports}: how cases stand at an agency, and what was paid there. */
@Component
class CaseReportsDoor extends RecordDoor {

    private final CaseDesk cases;
    private final BusinessDay businessDay;
    private final IntakeSettings settings;

    CaseReportsDoor(
            Reception reception,
            Shapes shapes,
            Contracts contracts,
            CaseDesk cases,
            BusinessDay businessDay,
            IntakeSettings settings) {
        super(reception, shapes, contracts);
        this.cases = cases;
        this.businessDay = businessDay;
        this.settings = settings;
    }

    @Override
    public boolean statesHowThingsStand() {
        return true;
    }

    @Override
    public String name() {
        return "case-reports";
    }

    @Override
    String contract(JsonNode record) {
        return record.has("paymentId") ? "case-payment/1" : "case-report/1";
    }

    /** The agency is the door's source; the contracts do not repeat it. */
    @Override
    String sourceField() {
        return null;
    }

    @Override
    Change change(JsonNode record, StoredDelivery delivery) {
        List<CaseNews> news = CaseNewsReader.read(record, delivery.source());
        return () -> {
            news.forEach(one -> cases.record(one, businessDay.today(settings.zone())));
            return true;
        };
    }
}
