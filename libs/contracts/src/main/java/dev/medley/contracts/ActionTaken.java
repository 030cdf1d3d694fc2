package dev.medley.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did what the audit log has to tell of. Published by every service but identity, which keeps the log; the
 * envelope's source says which.
 *
 * @param action what was done, a name that the audit log knows, for example {@code PROVIDER_CREDENTIALS_REPLACED}
 * @param actorId who did it, Cognito {@code sub}
 * @param resource on what, a path as the service's API has it
 * @param clientAddress where the request came from; absent outside requests
 * @param requestId names the request in the logs; absent outside requests
 * @param takenAt when
 */
@EventType("action.taken")
public record ActionTaken(
        String action,
        String actorId,
        String resource,
        @Nullable String clientAddress,
        @Nullable String requestId,
        Instant takenAt) {}
