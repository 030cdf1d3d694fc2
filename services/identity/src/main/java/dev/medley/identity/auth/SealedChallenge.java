package dev.medley.identity.auth;

import dev.medley.identity.cognito.PoolChallenge;
import dev.medley.identity.crypto.ServiceSecret;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the service has to know again when the answer to a challenge comes (AES-256-GCM). A client must not see
 * it: the pool's user name would tell an account from an address without one. The address is authenticated with it, so
 * that a session answers for no other.
 */
@Component
class SealedChallenge {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final char SEPARATOR = '\n';

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SealedChallenge(ServiceSecret secret) {
        this.key = secret.encryptionKeyFor("challenges");
    }

    /** The session string for the client. */
    String seal(PoolChallenge challenge, String email) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String text = challenge.kind().name() + SEPARATOR + challenge.username() + SEPARATOR + challenge.session();
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, email, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
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
            if (whole.length <= NONCE_BYTES) {
                throw new IllegalArgumentException("too short");
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] sealed = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
            String[] parts = new String(apply(Cipher.DECRYPT_MODE, nonce, email, sealed), StandardCharsets.UTF_8)
                    .split(String.valueOf(SEPARATOR), 3);
            return new PoolChallenge(PoolChallenge.Kind.valueOf(parts[0]), parts[1], parts[2]);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                            ProblemCode.SESSION_EXPIRED, "The session does not belong to a sign-in of this address.")
                    .causedBy(e);
        }
    }

    private byte[] apply(int mode, byte[] nonce, String email, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(email.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed here", e);
        }
    }
}
