package dev.medley.messaging.outbox;

import java.time.Instant;

/**
 * An event that no attempt could send. Its content is left out, as it may hold personal data.
 *
 * @param id to resend it by
 * @param eventId the envelope's id
 * @param type the event's name
 * @param queue where it was to go, without environment prefix
 * @param subject its ordering key; later events of the same subject wait behind it
 * @param publishedAt when it was published
 * @param parkedAt when it was given up
 * @param attempts how often it was tried
 * @param lastError what SQS said in the last attempt
 */
record ParkedEvent(
        long id,
        String eventId,
        String type,
        String queue,
        String subject,
        Instant publishedAt,
        Instant parkedAt,
        int attempts,
        String lastError) {}
