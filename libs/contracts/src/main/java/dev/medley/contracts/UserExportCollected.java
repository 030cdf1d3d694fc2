package dev.medley.contracts;

import java.time.Instant;

/**
 * A service stored its part of an export. Published by every service that {@link UserExportRequested} reaches.
 *
 * @param exportId of the export
 * @param service whose part it is
 * @param bucket where the part is
 * @param key the object, one JSON value
 * @param collectedAt when it was stored
 */
@EventType("user.export-collected")
public record UserExportCollected(String exportId, String service, String bucket, String key, Instant collectedAt) {}
