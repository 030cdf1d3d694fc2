package dev.medley.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a service sends and receives messages.
 *
 * @param queuePrefix environment prefix of every queue name, for example {@code dev-}; empty for none
 * @param consumersEnabled whether listeners start; {@code false} in the role {@code api}
 * @param relay sending of what the outbox holds
 * @param retry redelivery of messages whose handling failed
 * @param inbox memory of handled messages
 */
@Validated
@ConfigurationProperties("medley.messaging")
public record MessagingProperties(
        @DefaultValue("") @NotNull String queuePrefix,
        @DefaultValue("true") boolean consumersEnabled,
        @DefaultValue @Valid Relay relay,
        @DefaultValue @Valid Retry retry,
        @DefaultValue @Valid Inbox inbox) {

    /**
     * How the outbox is emptied.
     *
     * @param enabled whether this process sends; {@code false} in the role {@code api}, whose events a worker sends
     * @param pollInterval longest pause before the outbox is looked at again; commits of this process end it early
     * @param batchSize rows that one transaction takes
     * @param maxAttempts refusals of one message by the queue before it is parked
     * @param initialBackoff upper bound of the first random delay; doubles with every failure
     * @param maxBackoff upper bound of every delay
     * @param sendTimeout longest wait for the answer to one request, all its retries included
     */
    public record Relay(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("1s") Duration pollInterval,
            @DefaultValue("100") @Min(1) @Max(1000) int batchSize,
            @DefaultValue("10") @Min(1) int maxAttempts,
            @DefaultValue("1s") Duration initialBackoff,
            @DefaultValue("1m") Duration maxBackoff,
            @DefaultValue("10s") Duration sendTimeout) {}

    /**
     * How failed messages are delivered again.
     *
     * @param initialBackoff upper bound of the first random delay, in whole seconds; doubles with every delivery
     * @param maxBackoff upper bound of every delay, in whole seconds
     */
    public record Retry(
            @DefaultValue("1s") Duration initialBackoff,
            @DefaultValue("1m") Duration maxBackoff) {}

    /**
     * How long handled messages are remembered.
     *
     * @param retention how long a handled message is remembered; longer than the 14 days it may wait in a
     *     dead-letter queue before it is redriven
     * @param purgeInterval pause between two removals of what is older
     */
    public record Inbox(
            @DefaultValue("30d") Duration retention,
            @DefaultValue("1h") Duration purgeInterval) {}
}
