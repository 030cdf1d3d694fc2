package dev.medley.mediasync.copy;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A message on {@code media-sync-transfers}: a wake-up call. Whether there is anything to copy is what the row says.
 *
 * @param videoId the row
 */
record CopyRequested(@NotNull UUID videoId) {}
