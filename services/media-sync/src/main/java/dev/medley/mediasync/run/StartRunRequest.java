package dev.medley.mediasync.run;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * A run to start.
 *
 * @param provider whose library
 * @param fromStart whether the whole library is listed anew instead of what came after the last run
 */
record StartRunRequest(@NotBlank String provider, @Nullable Boolean fromStart) {}
