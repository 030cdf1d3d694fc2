package dev.medley.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A copy of everything the platform holds of a user.
 *
 * @param id names it
 * @param userId whose it is
 * @param requestedAt when the user asked
 * @param finished whether the copy lies ready
 * @param services who contributes
 * @param awaiting who has not yet
 */
record DataExport(
        UUID id, String userId, Instant requestedAt, boolean finished, List<String> services, List<String> awaiting) {}
