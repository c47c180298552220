package io.recoup.dunning.desk;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When reminders are planned and sent: {@code recoup.dunning.*}.
 *
 * @param policies folder of the policy files; default {@code routes/policies}
 * @param planCron Quartz cron of the planning tick, in the creditor's zone; the first tick of a business date runs it,
 *     later ones only finish what was interrupted; default every five minutes from 7 to 20 o'clock; {@code -} for none
 * @param sendCron Quartz cron of the sending tick; default every minute; {@code -} for none
 * @param claimSize letters a worker takes at a time; default 100
 * @param lease for how long a worker may prepare a letter before another takes it; default 5 min
 * @param wireLease for how long the mail server may take the text before the letter's fate counts as unknown; longer
 *     than all time-outs of {@code recoup.mail} together; default 10 min
 * @param retryFirst wait after the first failure; doubled after each further one; default 5 min
 * @param retryMost longest wait between attempts; default 3 h
 * @param giveUpAfter from then on a letter counts as rejected; default 48 h
 */
@ConfigurationProperties("recoup.dunning")
public record DunningSettings(
        @DefaultValue("routes/policies") Path policies,
        @DefaultValue("0 0/5 7-20 * * ?") String planCron,
        @DefaultValue("40 * * * * ?") String sendCron,
        @DefaultValue("100") int claimSize,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("10m") Duration wireLease,
        @DefaultValue("5m") Duration retryFirst,
        @DefaultValue("3h") Duration retryMost,
        @DefaultValue("48h") Duration giveUpAfter) {

    Duration delayAfter(int attempt) {
        Duration delay = retryFirst.multipliedBy(1L << Math.min(16, Math.max(0, attempt - 1)));
        return delay.compareTo(retryMost) > 0 ? retryMost : delay;
    }
}
