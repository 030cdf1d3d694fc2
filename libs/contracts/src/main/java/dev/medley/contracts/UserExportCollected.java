package dev.medley.contracts;

import java.time.Instant;

/**
 * A service stored its part of an export, {@code parts/<exportId>/<service>.json} in the bucket {@code exports}. Published by every service that {@link UserExportRequested} reaches.
 *
 * @param exportId of the export
 * @param service whose part it is
 * @param collectedAt when it was stored
 */
@EventType("user.export-collected")
public record UserExportCollected(String exportId, String service, Instant collectedAt) {}
