package io.recoup.mail.route;

import io.recoup.mail.LetterWriter;
import io.recoup.mail.MailSettings;
import io.recoup.mail.SmtpConnections;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    LetterWriter letterWriter(MailSettings settings) {
        return new LetterWriter(settings.templates());
    }

    @Bean(destroyMethod = "close")
    SmtpConnections smtpConnections(MailSettings settings) {
        return new SmtpConnections(settings);
    }

    @Bean(MailRoutes.SENDER)
    PooledSender recoupMailSender(SmtpConnections connections) {
        return new PooledSender(connections);
    }
}
