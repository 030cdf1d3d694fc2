package dev.medley.contracts;

import java.time.Instant;

/**
 * A media file of a provider has been copied and proven.
 *
 * @param videoId its row
 * @param provider where it came from
 * @param mediaId the provider's id of it
 * @param filename the provider's name of it
 * @param bucket where the copy is, the bucket's name in this environment
 * @param key the copy's key
 * @param bytes its length
 * @param eTag as S3 answered it
 * @param checksum of the whole object, as S3 answered it
 * @param syncedAt when it was done
 */
@EventType("media.synced")
public record MediaSynced(
        String videoId,
        String provider,
        String mediaId,
        String filename,
        String bucket,
        String key,
        long bytes,
        String eTag,
        String checksum,
        Instant syncedAt) {}
