package dev.medley.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What travels on an event queue: one event with its identity and origin. Member names are those of CloudEvents 1.0.
 *
 * @param id unique per event and unchanged by redelivery: consumers recognise duplicates by it
 * @param type the event's name, for example {@code user.confirmed}
 * @param source the service that published it
 * @param time when it happened
 * @param subject the aggregate it is about; events of one subject arrive in order
 * @param data the event itself
 * @param traceparent W3C trace context of the change that caused it
 * @param <T> the event record
 */
public record Envelope<T>(
        UUID id,
        String type,
        String source,
        Instant time,
        String subject,
        T data,
        @Nullable String traceparent) {}
