package dev.medley.standins.cognito;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An application that signs users in, or a service that acts in its own name.
 *
 * @param id twenty-six characters
 * @param name what the installation calls it
 * @param secret of a confidential client; a public one has none
 * @param rotationGrace how long a replaced refresh token may be repeated; null when the client does not rotate them
 * @param scopes what a service may ask for in its own name; empty for those that sign users in
 * @param createdAt when it was made
 */
record AppClient(
        String id,
        String name,
        @Nullable String secret,
        @Nullable Duration rotationGrace,
        List<String> scopes,
        Instant createdAt) {

    private static final List<String> FLOWS_BESIDE_REFRESH = List.of(
            "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH");
    private static final List<String> ALL_FLOWS = Stream.concat(
                    FLOWS_BESIDE_REFRESH.stream(), Stream.of("ALLOW_REFRESH_TOKEN_AUTH"))
            .sorted()
            .toList();

    AppClient {
        scopes = List.copyOf(scopes);
    }

    /** Whether it acts in its own name. */
    boolean service() {
        return !scopes.isEmpty();
    }

    /**
     * A confidential client proves itself with {@code Base64(HMAC-SHA256(secret, username + clientId))}.
     *
     * @param username as the request gives it
     */
    void checkSecretHash(String username, @Nullable String given) {
        check(username, given, "Unable to verify secret hash for client " + id);
    }

    /**
     * The same for a refresh, which names no user: the hash is over the {@code sub} of the token's owner, never over the
     * e-mail address. The service has other words for a wrong hash here.
     */
    void checkSecretHashOfRefresh(User owner, @Nullable String given) {
        check(owner.username().toString(), given, "SecretHash does not match for the client: " + id);
    }

    /** Before the user is known: whether there is a hash at all. */
    void requireSecretHash(@Nullable String given) {
        if (secret != null && given == null) {
            throw CognitoError.notAuthorized(
                    "Client %s is configured with secret but SECRET_HASH was not received".formatted(id));
        }
    }

    /** The {@code ExplicitAuthFlows} that it may use. */
    List<String> authFlows() {
        if (service()) {
            return List.of();
        }
        return rotationGrace == null ? ALL_FLOWS : FLOWS_BESIDE_REFRESH;
    }

    /** For operations that take the secret itself. */
    boolean accepts(@Nullable String givenSecret) {
        return secret == null || (givenSecret != null && sameText(secret, givenSecret));
    }

    /** For the one exchange that takes the secret itself but fails like those that take a hash of it. */
    void checkSecret(@Nullable String given) {
        requireSecretHash(given);
        if (!accepts(given)) {
            throw CognitoError.notAuthorized("Unable to verify secret hash for client " + id);
        }
    }

    private void check(String username, @Nullable String given, String refusal) {
        requireSecretHash(given);
        if (secret != null && given != null && !sameText(hash(secret, username + id), given)) {
            throw CognitoError.notAuthorized(refusal);
        }
    }

    private static String hash(String secret, String message) {
        return Base64.getEncoder().encodeToString(Secrets.hmac(secret, message));
    }

    private static boolean sameText(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
