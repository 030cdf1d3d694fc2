package dev.medley.mediasync.video;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A media file of a provider and its copy.
 *
 * @param id ours
 * @param provider whose
 * @param mediaId the provider's id of it, or a hash in place of one that breaks the rules
 * @param locator what the provider needs to find it
 * @param filename the provider's name of it, shortened and without control characters
 * @param bytes length that the provider tells; 0 when it does not know it yet, null when it tells none
 * @param recordedAt when the provider got it
 * @param runId the run that took it on last
 * @param status where its copy stands
 * @param objectKey where its copy goes; null when the file itself is at fault
 * @param reason code of what went wrong, or of what it waits for
 * @param detail the same for people
 * @param attempts tries since a run took it on
 * @param bytesSoFar progress of the try that runs
 * @param eTag of the copy
 * @param checksum of the copy
 * @param syncedAt when the copy was proven
 * @param durationMillis how long its last try took
 * @param throughputMbps of that try, in megabits of 10^6 bits a second
 * @param createdAt when it was listed first
 * @param updatedAt when any of this last changed
 */
public record Video(
        UUID id,
        String provider,
        String mediaId,
        String locator,
        String filename,
        @Nullable Long bytes,
        Instant recordedAt,
        UUID runId,
        VideoStatus status,
        @Nullable String objectKey,
        @Nullable String reason,
        @Nullable String detail,
        int attempts,
        long bytesSoFar,
        @Nullable String eTag,
        @Nullable String checksum,
        @Nullable Instant syncedAt,
        @Nullable Long durationMillis,
        @Nullable Double throughputMbps,
        Instant createdAt,
        Instant updatedAt) {}
