package dev.medley.simulators;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Bytes of a file that exists nowhere: every byte follows from the seed and its place, so that any part of any length can
 * be made at any time.
 */
public final class GeneratedContent {

    private static final int BLOCK = 64 * 1024;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;

    /** Content of its own for each seed. */
    public GeneratedContent(String seed) {
        // String.hashCode is the same everywhere, by its specification.
        this.seed = mix(seed.hashCode() + GOLDEN);
    }

    /** The byte at a place. */
    public byte at(long place) {
        long word = mix(seed + (place >>> 3) * GOLDEN);
        return (byte) (word >>> ((place & 7) << 3));
    }

    /** Writes a part of it. */
    public void write(OutputStream out, long from, long length) throws IOException {
        byte[] block = new byte[(int) Math.min(BLOCK, Math.max(length, 1))];
        long place = from;
        long end = from + length;
        while (place < end) {
            int count = (int) Math.min(block.length, end - place);
            fill(block, place, count);
            out.write(block, 0, count);
            place += count;
        }
    }

    private void fill(byte[] block, long from, int count) {
        int index = 0;
        while (index < count) {
            long place = from + index;
            long word = mix(seed + (place >>> 3) * GOLDEN) >>> ((place & 7) << 3);
            int inWord = Math.min(8 - (int) (place & 7), count - index);
            for (int i = 0; i < inWord; i++) {
                block[index++] = (byte) word;
                word >>>= 8;
            }
        }
    }

    /** The finisher of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
