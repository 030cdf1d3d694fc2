package dev.medley.identity.audit;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a verification of the log.
 *
 * @param head an end of the log that an earlier verification answered with; must still be part of it
 */
public record VerificationRequest(@Valid @Nullable ChainHead head) {}
