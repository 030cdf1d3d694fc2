package dev.medley.mediasync.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs list.
 *
 * @param pageSize media of a page, up to 100
 * @param maxListed media that one run lists; the next goes on behind them
 * @param pollInterval longest pause before due runs are looked for
 * @param lease how long listing a page may take before another instance does it; longer than all attempts of one request
 * @param maxFailures failed attempts in a row at one page before the run fails
 * @param backoff pause after a failed attempt, unless the provider asks for a longer one; doubles with every further one
 */
@ConfigurationProperties("medley.media-sync.runs")
record RunProperties(
        @DefaultValue("100") int pageSize,
        @DefaultValue("1000") int maxListed,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("5") int maxFailures,
        @DefaultValue("15s") Duration backoff) {}
