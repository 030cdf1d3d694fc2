package dev.medley.images.engine;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Puts still WebP pictures of one size into an animation: the WebP container specification's VP8X, ANIM and ANMF chunks. */
final class AnimatedWebP {

    private static final int ANIMATION_AND_ALPHA = 0x12;
    private static final int DO_NOT_BLEND = 0x02;
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int LONGEST_FRAME = (1 << 24) - 1;

    /** Browsers show a frame of no time for a tenth of a second, and so does everybody. */
    private static final int SHORTEST_FRAME = 20;

    private static final int USUAL_FRAME = 100;

    /** What a frame takes over of a still picture: its alpha and its picture. */
    private static final Set<String> PICTURE = Set.of("ALPH", "VP8 ", "VP8L");

    private final Dimensions size;
    private final int repeats;
    private final ByteArrayOutputStream frames = new ByteArrayOutputStream();

    /** An animation that is shown so often; 0 means for ever. */
    AnimatedWebP(Dimensions size, int repeats) {
        this.size = size;
        this.repeats = repeats;
    }

    /** Appends a picture that is shown for so long. */
    void add(byte[] still, int millis) {
        int shown = millis < SHORTEST_FRAME ? USUAL_FRAME : Math.min(millis, LONGEST_FRAME);
        byte[] head = new byte[16];
        put24(head, 6, size.width() - 1);
        put24(head, 9, size.height() - 1);
        put24(head, 12, shown);
        head[15] = DO_NOT_BLEND;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head);
        ByteBuffer chunks = ByteBuffer.wrap(still).order(ByteOrder.LITTLE_ENDIAN);
        for (int position = RIFF_HEADER; position + CHUNK_HEADER <= still.length; ) {
            int length = chunks.getInt(position + 4);
            int whole = Math.min(CHUNK_HEADER + length + (length & 1), still.length - position);
            if (PICTURE.contains(new String(still, position, 4, StandardCharsets.ISO_8859_1))) {
                body.write(still, position, whole);
            }
            position += whole;
        }
        frames.writeBytes(chunk("ANMF", body.toByteArray()));
    }

    /** The file. */
    byte[] file() {
        byte[] features = new byte[10];
        features[0] = ANIMATION_AND_ALPHA;
        put24(features, 4, size.width() - 1);
        put24(features, 7, size.height() - 1);
        // No background colour, and the repeats in two bytes.
        byte[] loop = {0, 0, 0, 0, (byte) repeats, (byte) (repeats >> 8)};
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(chunk("VP8X", features));
        body.writeBytes(chunk("ANIM", loop));
        body.writeBytes(frames.toByteArray());
        return chunk("RIFF", body.toByteArray());
    }

    private static byte[] chunk(String name, byte[] body) {
        return ByteBuffer.allocate(CHUNK_HEADER + body.length + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static void put24(byte[] target, int position, int number) {
        target[position] = (byte) number;
        target[position + 1] = (byte) (number >> 8);
        target[position + 2] = (byte) (number >> 16);
    }
}
