package dev.medley.mediasync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 of a text in UTF-8, for names of what has none that may be used. */
public final class Sha256 {

    private Sha256() {}

    /** As 64 hexadecimal digits in lower case. */
    public static String hexadecimal(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** As 43 characters of the Base64 alphabet for URLs (RFC 4648 section 5), without padding. */
    public static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(text));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
