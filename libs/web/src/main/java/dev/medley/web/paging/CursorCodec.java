package dev.medley.web.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cursors of a service's listings. A cursor is opaque to clients and signed with HMAC-SHA256, so that what a
 * query receives from it is always what the service once wrote.
 */
public final class CursorCodec {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_KEY_BYTES = 32;

    private final SecretKeySpec key;

    /**
     * Takes the signing key.
     *
     * @param key at least 32 bytes
     */
    public CursorCodec(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("a cursor key needs at least " + MIN_KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Reads the key from configuration.
     *
     * @param base64 the value of {@code medley.web.cursor-key}
     */
    static CursorCodec fromBase64(@Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            throw new IllegalArgumentException("medley.web.cursor-key is required: Base64 of 32 random bytes or more");
        }
        try {
            return new CursorCodec(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            // The decoder's text may quote the secret.
            throw new IllegalArgumentException("medley.web.cursor-key is not Base64 of 32 bytes or more");
        }
    }

    /**
     * The cursors of one listing under one set of filters. A cursor made for another listing or other filters is refused.
     *
     * @param listing names the listing within the service, for example {@code images}
     * @param filters everything that decides which rows are listed and how they are sorted, the owner included, always in
     *     the same order; compared by their {@code toString}
     */
    public Cursors forListing(String listing, @Nullable Object... filters) {
        Mac mac = mac();
        update(mac, listing);
        Arrays.stream(filters).forEach(filter -> update(mac, filter == null ? null : filter.toString()));
        return new Cursors(this, mac.doFinal());
    }

    byte[] sign(byte[] payload) {
        return mac().doFinal(payload);
    }

    /** Lengths keep {@code ("ab", "c")} apart from {@code ("a", "bc")}, and null from the empty text. */
    private static void update(Mac mac, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : bytes.length)
                .flip());
        mac.update(bytes);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
