package dev.medley.identity.auth;

import dev.medley.identity.cognito.PoolChallenge;
import dev.medley.identity.crypto.ServiceSecret;
import dev.medley.secrets.Sealer;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the service has to know again when the answer to a challenge comes (AES-256-GCM). A client must not see
 * it: the pool's user name would tell an account from an address without one. The address is authenticated with it, so
 * that a session answers for no other.
 */
@Component
class SealedChallenge {

    private static final char SEPARATOR = '\n';

    private final Sealer sealer;

    SealedChallenge(ServiceSecret secret) {
        this.sealer = secret.sealerFor("challenges");
    }

    /** The session string for the client. */
    String seal(PoolChallenge challenge, String email) {
        String text = challenge.kind().name() + SEPARATOR + challenge.username() + SEPARATOR + challenge.session();
        byte[] whole = sealer.seal(text.getBytes(StandardCharsets.UTF_8), email);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * The challenge behind a session string.
     *
     * @throws ProblemException {@code session-expired} when it is not one of this service for this address
     */
    PoolChallenge open(String session, String email) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(session);
            String[] parts =
                    new String(sealer.open(whole, email), StandardCharsets.UTF_8).split(String.valueOf(SEPARATOR), 3);
            return new PoolChallenge(PoolChallenge.Kind.valueOf(parts[0]), parts[1], parts[2]);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                            ProblemCode.SESSION_EXPIRED, "The session does not belong to a sign-in of this address.")
                    .causedBy(e);
        }
    }
}
