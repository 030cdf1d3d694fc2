package dev.medley.mediasync.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A media file as a provider tells of it: nothing here is checked, every text may be hostile.
 *
 * @param mediaId the provider's id of it
 * @param locator what the provider needs to find it again
 * @param filename its name
 * @param bytes its length; 0 when the provider does not know it yet, null when it tells none or no number
 * @param createdAt when the provider got it, or the nearest that it tells
 * @param ready whether it can be downloaded
 */
public record MediaItem(
        String mediaId,
        String locator,
        String filename,
        @Nullable Long bytes,
        Instant createdAt,
        boolean ready) {}
