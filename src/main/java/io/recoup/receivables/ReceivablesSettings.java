package io.recoup.receivables;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger: {@code recoup.receivables.*}.
 *
 * @param writeBackLease for how long a route may work on the settlements it took before they are given out again;
 *     longer than a whole batch takes the ERP, or it books lines twice that it does not recognise by their reference
 */
@ConfigurationProperties("recoup.receivables")
public record ReceivablesSettings(@DefaultValue("5m") Duration writeBackLease) {}
