package dev.medley.mediasync.credential;

import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.ProviderKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider as clients see it.
 *
 * @param name its name in routes and keys
 * @param kind what it speaks
 * @param credentials how its credentials stand
 * @param credentialKind their kind; absent while missing
 * @param reason why they are of no use
 * @param rotatedAt when they were last rotated by schedule
 */
record ProviderResponse(
        String name,
        ProviderKind kind,
        AccountStatus credentials,
        @Nullable String credentialKind,
        @Nullable String reason,
        @Nullable Instant rotatedAt) {

    static ProviderResponse from(MediaProvider provider, Account account) {
        return new ProviderResponse(
                provider.name(),
                provider.kind(),
                account.status(),
                account.kind(),
                account.reason(),
                account.rotatedAt());
    }
}
