package dev.medley.images.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 in the two spellings that are in use: hexadecimal in our API, Base64 in S3's. */
public final class Sha256 {

    private Sha256() {}

    /** As 64 hexadecimal digits in lower case. */
    public static String hexadecimal(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }

    /** As Base64 with padding. */
    public static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(digest(content));
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
