package dev.medley.web.paging;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads the cursors of one listing under one set of filters. */
public final class Cursors {

    private static final int SIGNATURE_BYTES = 32;

    private final CursorCodec codec;
    private final byte[] scope;

    Cursors(CursorCodec codec, byte[] scope) {
        this.codec = codec;
        this.scope = scope.clone();
    }

    /**
     * The cursor behind a row.
     *
     * @param position the row's values in the columns that the listing is sorted by
     * @return text safe in a query string
     */
    public String encode(List<String> position) {
        List<byte[]> values = position.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        int size =
                values.stream().mapToInt(value -> Integer.BYTES + value.length).sum();
        ByteBuffer payload = ByteBuffer.allocate(size);
        values.forEach(value -> payload.putInt(value.length).put(value));
        byte[] signature = sign(payload.array());
        byte[] cursor = ByteBuffer.allocate(SIGNATURE_BYTES + size)
                .put(signature)
                .put(payload.array())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * Where the next page starts.
     *
     * @param cursor as the client sent it; null or empty asks for the first page
     * @return the position that was encoded, or null for the first page
     * @throws ProblemException {@link ProblemCode#INVALID_CURSOR} when it was not made for this listing and these filters
     */
    public @Nullable List<String> decode(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length < SIGNATURE_BYTES) {
                throw invalid();
            }
            byte[] payload = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
            if (!MessageDigest.isEqual(sign(payload), Arrays.copyOf(bytes, SIGNATURE_BYTES))) {
                throw invalid();
            }
            return position(ByteBuffer.wrap(payload));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw invalid().causedBy(e);
        }
    }

    private static List<String> position(ByteBuffer payload) {
        List<String> position = new ArrayList<>();
        while (payload.hasRemaining()) {
            byte[] value = new byte[payload.getInt()];
            payload.get(value);
            position.add(new String(value, StandardCharsets.UTF_8));
        }
        return List.copyOf(position);
    }

    /** The hash of the filters is signed but not sent: the listing computes it anew from the filters it is asked for. */
    private byte[] sign(byte[] payload) {
        return codec.sign(ByteBuffer.allocate(scope.length + payload.length)
                .put(scope)
                .put(payload)
                .array());
    }

    private static ProblemException invalid() {
        return ProblemException.of(
                ProblemCode.INVALID_CURSOR,
                "The cursor must be a next of this listing, with the same filters; leave it out to start over.");
    }
}
