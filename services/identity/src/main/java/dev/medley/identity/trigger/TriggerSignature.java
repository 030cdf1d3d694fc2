package dev.medley.identity.trigger;

import dev.medley.secrets.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows the bridge by a signature that only it can make: the hexadecimal HMAC-SHA256 of {@code <time>.<body>} under the
 * shared secret. The time, seconds since 1970, limits how long a copy of a request can be sent again.
 */
@Component
class TriggerSignature {

    static final String TIMESTAMP = "X-Medley-Timestamp";
    static final String SIGNATURE = "X-Medley-Signature";

    /** How far the clocks may be apart, either way. */
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final KeyedHash hash;
    private final InstantSource clock;

    TriggerSignature(TriggerProperties properties, InstantSource clock) {
        this.hash = new KeyedHash(properties.secret().getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
    }

    /** Whether the request is signed, and now. */
    boolean matches(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null || signature == null || !isNow(timestamp)) {
            return false;
        }
        byte[] expected = hash.of((timestamp + ".").getBytes(StandardCharsets.UTF_8), body);
        try {
            return MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private boolean isNow(String timestamp) {
        try {
            Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(signed, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | DateTimeException _) {
            return false;
        }
    }
}
