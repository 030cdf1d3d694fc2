package dev.medley.images.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a GIF by their headers (GIF89a specification), in the order in which the decoder counts them.
 *
 * @param frames those whose header is whole
 * @param repeats how often the animation is shown; 0 means for ever
 */
record GifFrames(List<Frame> frames, int repeats) {

    private static final int HEADER = 13;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int DESCRIPTOR = 10;

    GifFrames {
        frames = List.copyOf(frames);
    }

    /** What becomes of a frame before the next one is drawn. */
    enum Disposal {
        /** It stays. */
        KEEP,
        /** Its place becomes transparent. */
        CLEAR,
        /** What was there before comes back. */
        RESTORE
    }

    /**
     * A frame's place and time.
     *
     * @param left in the logical screen
     * @param top in the logical screen
     * @param width 0 for a damaged one
     * @param height 0 for a damaged one
     * @param millis how long it is shown
     */
    record Frame(int left, int top, int width, int height, int millis, Disposal disposal) {

        /** How many the decoder makes of it, whether they are seen or not. */
        long pixels() {
            return (long) width * height;
        }
    }

    static GifFrames of(byte[] gif) {
        List<Frame> frames = new ArrayList<>();
        int repeats = 1;
        int millis = 0;
        Disposal disposal = Disposal.KEEP;
        int position = gif.length < HEADER ? gif.length : HEADER + tableLength(gif[10]);
        while (position + DESCRIPTOR <= gif.length) {
            int kind = gif[position] & 0xFF;
            if (kind == IMAGE) {
                frames.add(new Frame(
                        number(gif, position + 1),
                        number(gif, position + 3),
                        number(gif, position + 5),
                        number(gif, position + 7),
                        millis,
                        disposal));
                millis = 0;
                disposal = Disposal.KEEP;
                // The colour table and the code size come before the data.
                position = afterBlocks(gif, position + DESCRIPTOR + tableLength(gif[position + 9]) + 1);
            } else if (kind == EXTENSION) {
                int label = gif[position + 1] & 0xFF;
                if (label == CONTROL) {
                    disposal = disposal((gif[position + 3] >> 2) & 7);
                    millis = 10 * number(gif, position + 4);
                } else if (label == APPLICATION && position + 19 <= gif.length && gif[position + 14] == 3) {
                    // Netscape's looping extension; its one block of three bytes ends with the number of repeats.
                    repeats = number(gif, position + 16);
                }
                position = afterBlocks(gif, position + 2);
            } else {
                break;
            }
        }
        return new GifFrames(frames, repeats);
    }

    private static Disposal disposal(int method) {
        return switch (method) {
            case 2 -> Disposal.CLEAR;
            case 3 -> Disposal.RESTORE;
            default -> Disposal.KEEP;
        };
    }

    private static int tableLength(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int afterBlocks(byte[] gif, int start) {
        int position = start;
        while (position < gif.length && gif[position] != 0) {
            position += 1 + (gif[position] & 0xFF);
        }
        return position + 1;
    }

    private static int number(byte[] gif, int position) {
        return (gif[position] & 0xFF) | ((gif[position + 1] & 0xFF) << 8);
    }
}
