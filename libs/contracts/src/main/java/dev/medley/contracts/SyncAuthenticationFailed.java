package dev.medley.contracts;

import java.time.Instant;

/**
 * A provider no longer accepts its credentials: nothing is copied from it until somebody hands over new ones.
 *
 * @param provider whose
 * @param reason stable code, for example {@code invalid-grant}
 * @param detail the same for operators
 * @param failedAt when it was noticed
 */
@EventType("media-sync.authentication-failed")
public record SyncAuthenticationFailed(String provider, String reason, String detail, Instant failedAt) {}
