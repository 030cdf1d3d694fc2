package dev.medley.standins.cognito;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The arithmetic of the Secure Remote Password protocol, SRP-6a over the 3072-bit group of <a
 * href="https://www.rfc-editor.org/rfc/rfc5054#appendix-A">RFC 5054</a>, with Cognito's own ways: SHA-256, numbers
 * hashed as two's complement (a zero byte before a high bit), and a key derived under the name "Caldera Derived Key".
 */
final class Srp {

    static final BigInteger MODULUS = new BigInteger("""
            FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD
            EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED
            EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F
            83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B
            E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510
            15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7
            ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C
            BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF
            """.replace("\n", ""), 16);

    private static final BigInteger GENERATOR = BigInteger.TWO;
    private static final BigInteger MULTIPLIER = number(sha256(MODULUS.toByteArray(), GENERATOR.toByteArray()));
    private static final byte[] KEY_NAME = "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_LENGTH = 16;

    private Srp() {}

    /** What is stored of a password: {@code g}<sup>x</sup>, x the hash of salt and password. */
    static BigInteger verifier(String poolName, String userId, String password, BigInteger salt) {
        byte[] identity = sha256((poolName + userId + ":" + password).getBytes(StandardCharsets.UTF_8));
        return GENERATOR.modPow(number(sha256(salt.toByteArray(), identity)), MODULUS);
    }

    /** The server's half of an exchange, {@code kv + g}<sup>b</sup>. */
    static BigInteger publicKey(BigInteger verifier, BigInteger secret) {
        return MULTIPLIER
                .multiply(verifier)
                .add(GENERATOR.modPow(secret, MODULUS))
                .mod(MODULUS);
    }

    /** The key that both sides reach if the client knows the password: from {@code (A v}<sup>u</sup>{@code )}<sup>b</sup>. */
    static byte[] sharedKey(BigInteger clientPublic, BigInteger serverPublic, BigInteger verifier, BigInteger secret) {
        byte[] scramble = number(sha256(clientPublic.toByteArray(), serverPublic.toByteArray()))
                .toByteArray();
        BigInteger shared = clientPublic
                .multiply(verifier.modPow(number(scramble), MODULUS))
                .modPow(secret, MODULUS);
        byte[] extracted = Secrets.hmac(scramble, shared.toByteArray());
        return Arrays.copyOf(Secrets.hmac(extracted, KEY_NAME), KEY_LENGTH);
    }

    /** What the client sends to show that it has the key. */
    static byte[] signature(byte[] key, String poolName, String userId, byte[] secretBlock, String timestamp) {
        byte[] names = (poolName + userId).getBytes(StandardCharsets.UTF_8);
        byte[] time = timestamp.getBytes(StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(names, names.length + secretBlock.length + time.length);
        System.arraycopy(secretBlock, 0, message, names.length, secretBlock.length);
        System.arraycopy(time, 0, message, names.length + secretBlock.length, time.length);
        return Secrets.hmac(key, message);
    }

    static String hex(BigInteger number) {
        return number.toString(16);
    }

    static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    static BigInteger number(byte[] unsigned) {
        return new BigInteger(1, unsigned);
    }

    private static byte[] sha256(byte[]... parts) {
        MessageDigest digest = Secrets.sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
