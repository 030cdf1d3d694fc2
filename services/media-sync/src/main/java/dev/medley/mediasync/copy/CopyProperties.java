package dev.medley.mediasync.copy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How media are copied.
 *
 * @param perProvider copies of one provider at once, over all instances
 * @param workers copies at once in this instance
 * @param pollInterval longest pause before work is looked for
 * @param lease how long a worker may be silent before another takes its copy over
 * @param messageLifetime after which a message that nobody acted upon counts as lost
 * @param maxAttempts tries within one run
 * @param backoff pause after a failed try; doubles with every further one
 */
@ConfigurationProperties("medley.media-sync.copies")
record CopyProperties(
        @DefaultValue("5") int perProvider,
        @DefaultValue("10") int workers,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("5m") Duration messageLifetime,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("30s") Duration backoff) {}
