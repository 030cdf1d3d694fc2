package dev.medley.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two requests under one key are the same.
 *
 * @param hex SHA-256, lower-case hexadecimal
 */
record RequestDigest(String hex) {

    static RequestDigest of(String path, @Nullable String query, byte[] body) {
        MessageDigest sha = sha256();
        sha.update(path.getBytes(StandardCharsets.UTF_8));
        // No path or query contains a line feed, so the parts cannot run into each other.
        sha.update((byte) '\n');
        sha.update((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
        sha.update((byte) '\n');
        return new RequestDigest(HexFormat.of().formatHex(sha.digest(body)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
