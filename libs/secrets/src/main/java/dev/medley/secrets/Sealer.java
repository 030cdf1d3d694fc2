package dev.medley.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts and authenticates (AES-256-GCM, NIST SP 800-38D). What is sealed opens only in the context that it was sealed
 * for, so that nobody moves it elsewhere.
 */
public final class Sealer {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Sealer(SecretKey key) {
        this.key = key;
    }

    /**
     * Encrypts.
     *
     * @param context what it belongs to; not part of the result
     * @return nonce, ciphertext and tag
     */
    public byte[] seal(byte[] plain, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, context, plain);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Decrypts.
     *
     * @throws IllegalArgumentException when it was not sealed under this key for this context
     */
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length <= NONCE_BYTES) {
            throw new IllegalArgumentException("too short");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return apply(Cipher.DECRYPT_MODE, nonce, context, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    private byte[] apply(int mode, byte[] nonce, String context, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed here", e);
        }
    }
}
