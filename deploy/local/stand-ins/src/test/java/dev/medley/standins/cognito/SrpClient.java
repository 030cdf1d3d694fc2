package dev.medley.standins.cognito;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's side of SRP, with nothing of the server's but the group: written from what Amplify clients send, in
 * hexadecimal strings as they do, so that a mistake is not made twice in the same way.
 */
final class SrpClient {

    private static final BigInteger GENERATOR = BigInteger.valueOf(2);

    private final String poolName;
    private final BigInteger a;
    private final BigInteger publicA;

    SrpClient(String poolId) {
        this(poolId.substring(poolId.indexOf('_') + 1), new BigInteger(1024, new SecureRandom()));
    }

    SrpClient(String poolName, BigInteger a) {
        this.poolName = poolName;
        this.a = a;
        this.publicA = GENERATOR.modPow(a, Srp.MODULUS);
    }

    /** The parameter SRP_A. */
    String srpA() {
        return publicA.toString(16);
    }

    /** The answers to PASSWORD_VERIFIER. */
    Map<String, String> answer(Map<String, String> challenge, String password) {
        String userId = challenge.getOrDefault("USER_ID_FOR_SRP", "");
        String block = challenge.getOrDefault("SECRET_BLOCK", "");
        String timestamp = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
                .format(ZonedDateTime.now(ZoneOffset.UTC));
        byte[] key = key(challenge.getOrDefault("SRP_B", ""), challenge.getOrDefault("SALT", ""), userId, password);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes((poolName + userId).getBytes(StandardCharsets.UTF_8));
        message.writeBytes(Base64.getDecoder().decode(block));
        message.writeBytes(timestamp.getBytes(StandardCharsets.UTF_8));
        Map<String, String> answers = new HashMap<>();
        answers.put("USERNAME", userId);
        answers.put("PASSWORD_CLAIM_SECRET_BLOCK", block);
        answers.put("TIMESTAMP", timestamp);
        answers.put("PASSWORD_CLAIM_SIGNATURE", Base64.getEncoder().encodeToString(hmac(key, message.toByteArray())));
        return answers;
    }

    byte[] key(String serverPublic, String salt, String userId, String password) {
        BigInteger b = new BigInteger(serverPublic, 16);
        BigInteger u = new BigInteger(hash(padded(publicA) + padded(b)), 16);
        BigInteger k = new BigInteger(hash(padded(Srp.MODULUS) + padded(GENERATOR)), 16);
        String identity = hash(hex((poolName + userId + ":" + password).getBytes(StandardCharsets.UTF_8)));
        BigInteger x = new BigInteger(hash(padded(new BigInteger(salt, 16)) + identity), 16);
        BigInteger shared =
                b.subtract(k.multiply(GENERATOR.modPow(x, Srp.MODULUS))).modPow(a.add(u.multiply(x)), Srp.MODULUS);
        byte[] extracted = hmac(bytes(padded(u)), bytes(padded(shared)));
        String info = hex("Caldera Derived Key".getBytes(StandardCharsets.UTF_8)) + "01";
        return Arrays.copyOf(hmac(extracted, bytes(info)), 16);
    }

    private static String padded(BigInteger number) {
        String hex = number.toString(16);
        if (hex.length() % 2 == 1) {
            return "0" + hex;
        }
        return "89abcdef".indexOf(hex.charAt(0)) >= 0 ? "00" + hex : hex;
    }

    private static String hash(String hex) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(bytes(hex)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
