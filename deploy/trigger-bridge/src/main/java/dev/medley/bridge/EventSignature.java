package dev.medley.bridge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to the service that an event comes from the user pool: the hexadecimal HMAC-SHA256 of {@code <time>.<event>}
 * under a secret that both know.
 */
final class EventSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    EventSignature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Signs an event.
     *
     * @param timestamp seconds since 1970, as in the header beside the signature
     */
    String of(String timestamp, String event) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + event).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
