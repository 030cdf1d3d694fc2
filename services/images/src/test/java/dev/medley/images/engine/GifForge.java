package dev.medley.images.engine;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Makes GIFs frame by frame (GIF89a), in four colours: red, green, blue and, transparent, white. */
final class GifForge {

    static final int RED = 0;
    static final int GREEN = 1;
    static final int BLUE = 2;
    static final int CLEAR = 3;

    static final int KEEP = 1;
    static final int DISPOSE = 2;
    static final int RESTORE = 3;

    private static final byte[] COLOURS = {
        (byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255, (byte) 255, (byte) 255, (byte) 255
    };

    /** Codes of eight bits, so that each is a byte. */
    private static final int CODE_SIZE = 7;

    private static final int RESET = 128;
    private static final int END = 129;

    /** Fewer than would make the codes longer. */
    private static final int RUN = 100;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    GifForge(int width, int height) {
        file.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        number(width);
        number(height);
        // A table of four colours.
        file.writeBytes(new byte[] {(byte) 0x81, 0, 0});
        file.writeBytes(COLOURS);
    }

    /** Shown for ever. */
    GifForge looping() {
        file.writeBytes(new byte[] {0x21, (byte) 0xFF, 11});
        file.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[] {3, 1, 0, 0, 0});
        return this;
    }

    GifForge comment(String text) {
        file.writeBytes(new byte[] {0x21, (byte) 0xFE, (byte) text.length()});
        file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        file.write(0);
        return this;
    }

    /** A frame of one colour. */
    GifForge frame(int left, int top, int width, int height, int colour, int hundredths, int disposal) {
        file.writeBytes(new byte[] {0x21, (byte) 0xF9, 4, (byte) ((disposal << 2) | 1)});
        number(hundredths);
        file.writeBytes(new byte[] {CLEAR, 0});
        descriptor(left, top, width, height);
        file.write(CODE_SIZE);
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        for (long pixel = 0; pixel < (long) width * height; pixel++) {
            if (pixel % RUN == 0) {
                codes.write(RESET);
            }
            codes.write(colour);
        }
        codes.write(END);
        byte[] data = codes.toByteArray();
        for (int start = 0; start < data.length; start += 255) {
            int length = Math.min(255, data.length - start);
            file.write(length);
            file.write(data, start, length);
        }
        file.write(0);
        return this;
    }

    /** A frame that only claims to have pixels. */
    GifForge emptyFrame(int width, int height, int codeSize) {
        descriptor(0, 0, width, height);
        file.writeBytes(new byte[] {(byte) codeSize, 2, (byte) RESET, (byte) END, 0});
        return this;
    }

    byte[] file() {
        byte[] frames = file.toByteArray();
        return ByteBuffer.allocate(frames.length + 1)
                .put(frames)
                .put((byte) 0x3B)
                .array();
    }

    private void descriptor(int left, int top, int width, int height) {
        file.write(0x2C);
        number(left);
        number(top);
        number(width);
        number(height);
        file.write(0);
    }

    private void number(int value) {
        file.write(value);
        file.write(value >> 8);
    }
}
