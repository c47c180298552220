package io.recoup.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo, under {@code recoup.demo}. Only read in the profile {@code demo}.
 *
 * @param startOn the first business date
 * @param autoplayUntil how far the demo plays by itself on its first start; null = it waits on the first day
 * @param inbox folder whose sub-folders are the drop folders of the demo's routes
 * @param outbox folder the demo's ERP reads its write-backs from
 * @param smtpPort port of the demo's mail server on 127.0.0.1; a free one is taken when it is occupied, 0 = any
 * @param imapPort the same for reading the mailbox with a mail program
 * @param patience how long a day waits for its files to be taken and its work to leave before it is tried again
 */
@ConfigurationProperties("recoup.demo")
public record DemoSettings(
        @DefaultValue("2026-03-02") LocalDate startOn,
        LocalDate autoplayUntil,
        @DefaultValue("data/demo/inbox") Path inbox,
        @DefaultValue("data/demo/outbox") Path outbox,
        @DefaultValue("3025") int smtpPort,
        @DefaultValue("3143") int imapPort,
        @DefaultValue("30s") Duration patience) {

    /** How far the first play goes. */
    LocalDate firstTarget() {
        return autoplayUntil == null || autoplayUntil.isBefore(startOn) ? startOn : autoplayUntil;
    }
}
