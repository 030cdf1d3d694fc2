package dev.medley.standins.cognito;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Values that nobody can guess, and the digest under which the long ones are stored. */
final class Secrets {

    private static final String HMAC = "HmacSHA256";

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private final SecureRandom random = new SecureRandom();

    String digits(int length) {
        return pick(DIGITS, length);
    }

    String lowerAlphanumeric(int length) {
        return pick(LOWER + DIGITS, length);
    }

    String alphanumeric(int length) {
        return pick(LOWER + UPPER + DIGITS, length);
    }

    /** As long as the service makes the secrets of clients. */
    String clientSecret() {
        return lowerAlphanumeric(52);
    }

    /** 256 bits, safe in URLs. */
    String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
    }

    /** 384 bits in the Base64 that all decoders read. */
    String block() {
        return Base64.getEncoder().encodeToString(random(48));
    }

    /** A positive number of so many bytes at most. */
    BigInteger number(int bytes) {
        return new BigInteger(1, random(bytes)).max(BigInteger.ONE);
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A password that satisfies every rule of {@link PasswordPolicy}. */
    String temporaryPassword() {
        return pick(UPPER, 1) + pick(LOWER, 1) + pick(DIGITS, 1) + pick("!@#%&*", 1) + alphanumeric(12);
    }

    /** SHA-256 in hex: enough for values of high entropy, which no dictionary holds. */
    static String digest(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    static byte[] sha256(String text) {
        return sha256().digest(bytes(text));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hmac(String key, String message) {
        return hmac(bytes(key), bytes(message));
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private String pick(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(index -> String.valueOf(alphabet.charAt(index)))
                .collect(Collectors.joining());
    }
}
