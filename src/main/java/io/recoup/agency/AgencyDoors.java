package io.recoup.agency;

import io.recoup.calendar.BusinessDay;
import io.recoup.outbox.OutDoor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgencySettings.class)
class AgencyDoors {

    @Bean
    OutDoor directPayments(
            CaseMessages messages,
            Placements placements,
            CaseDesk cases,
            AgencySettings settings,
            BusinessDay day,
            TransactionOperations transaction) {
        return new CaseMessagesDoor(
                "direct-payments",
                CaseMessages.Kind.DIRECT_PAYMENT,
                messages,
                placements,
                cases,
                settings,
                day,
                transaction);
    }

    @Bean
    OutDoor recalls(
            CaseMessages messages,
            Placements placements,
            CaseDesk cases,
            AgencySettings settings,
            BusinessDay day,
            TransactionOperations transaction) {
        return new CaseMessagesDoor(
                "recalls", CaseMessages.Kind.RECALL, messages, placements, cases, settings, day, transaction);
    }
}
