package dev.medley.mediasync.video;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tracked media file as clients see it.
 *
 * @param id ours
 * @param provider whose
 * @param mediaId the provider's id of it, or a hash in place of one that breaks the rules
 * @param filename the provider's name of it
 * @param bytes length that the provider tells
 * @param recordedAt when the provider got it
 * @param runId the run that took it on last
 * @param status where its copy stands
 * @param key where its copy is
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
record VideoResponse(
        UUID id,
        String provider,
        String mediaId,
        String filename,
        @Nullable Long bytes,
        Instant recordedAt,
        UUID runId,
        VideoStatus status,
        @Nullable String key,
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
        Instant updatedAt) {

    static VideoResponse from(Video video) {
        return new VideoResponse(
                video.id(),
                video.provider(),
                video.mediaId(),
                video.filename(),
                video.bytes(),
                video.recordedAt(),
                video.runId(),
                video.status(),
                video.objectKey(),
                video.reason(),
                video.detail(),
                video.attempts(),
                video.bytesSoFar(),
                video.eTag(),
                video.checksum(),
                video.syncedAt(),
                video.durationMillis(),
                video.throughputMbps(),
                video.createdAt(),
                video.updatedAt());
    }
}
