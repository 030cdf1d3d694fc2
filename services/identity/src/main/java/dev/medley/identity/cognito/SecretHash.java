package dev.medley.identity.cognito;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves knowledge of the client's secret: Base64 of HMAC-SHA256 over user name and client id, keyed with the secret. */
final class SecretHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final CognitoProperties properties;

    SecretHash(CognitoProperties properties) {
        this.properties = properties;
    }

    String of(String username) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(properties.clientSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] hash = mac.doFinal((username + properties.clientId()).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
