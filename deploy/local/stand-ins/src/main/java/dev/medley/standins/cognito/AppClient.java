package dev.medley.standins.cognito;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An application that signs users in.
 *
 * @param id twenty-six characters
 * @param name what the installation calls it
 * @param secret of a confidential client; a public one has none
 * @param createdAt when it was made
 */
record AppClient(String id, String name, @Nullable String secret, Instant createdAt) {

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

    /** For operations that take the secret itself. */
    boolean accepts(@Nullable String givenSecret) {
        return secret == null || (givenSecret != null && sameText(secret, givenSecret));
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
