package dev.medley.contracts;

import java.time.Instant;

/**
 * A service holds nothing of a user any more. Published by every service that {@link UserDeleted} reaches.
 *
 * @param erasureId of the erasure
 * @param service who is done
 * @param erasedAt when it was
 */
@EventType("user.erased")
public record UserErased(String erasureId, String service, Instant erasedAt) {}
