package dev.medley.images.engine;

import java.util.Arrays;

/**
 * Scales regions of one decoded picture with Lanczos resampling, from a halving of it that is still larger than the
 * rendition. Large pictures fill most of the memory there is, so the picture is halved in its place, which asks for large
 * renditions first, and a rendition is made in strips. Inside, samples are signed (128 less than they are): C2 turns loops
 * over signed bytes into vectors, and loops over unsigned ones not.
 */
final class PixelScaler {

    /** The halving in use is at least this much larger than the rendition, so that scaling loses nothing. */
    private static final double HEADROOM = 1.4;

    /** Pixels are turned over in squares of this side, which stay in the processor's cache. */
    private static final int TILE = 32;

    /** Samples of a strip, few enough for the processor's cache. */
    private static final int STRIP = 1 << 19;

    private Pixels source;
    private int level;

    /** Takes the picture over: its samples are changed. */
    PixelScaler(Pixels decoded) {
        flip(decoded.samples());
        source = decoded;
    }

    /**
     * The region at that size.
     *
     * @throws IllegalStateException when it was scaled with a higher {@link #levelFor} before
     */
    Pixels scale(Region region, Dimensions size) {
        int wanted = levelFor(region, size);
        if (wanted < level) {
            throw new IllegalStateException("the picture is halved too far for " + size);
        }
        for (; level < wanted; level++) {
            source = halved(source);
        }
        double unit = 1 << level;
        Lanczos across = Lanczos.of(
                source.size().width(), size.width(), region.left() / unit, region.width() / unit / size.width());
        Lanczos down = Lanczos.of(
                source.size().height(), size.height(), region.top() / unit, region.height() / unit / size.height());
        int channels = source.colours().channels();
        int first = across.starts()[0];
        int columns = across.starts()[size.width() - 1] + across.taps() - first;
        Pixels scaled = Pixels.allocate(size, source.colours());
        int rows = Math.clamp(STRIP / (columns * channels), 1, size.height());
        for (int top = 0; top < size.height(); top += rows) {
            Dimensions strip = new Dimensions(size.width(), Math.min(rows, size.height() - top));
            byte[] low = new byte[columns * channels * strip.height()];
            Lanczos here = down.part(top, strip.height());
            combine(source.samples(), first * channels, source.stride(), 0, here, low, columns * channels);
            byte[] turned = turn(low, columns, strip.height(), channels);
            int height = strip.height() * channels;
            byte[] narrow = new byte[height * strip.width()];
            combine(turned, 0, height, first, across, narrow, height);
            byte[] samples = turn(narrow, strip.height(), strip.width(), channels);
            System.arraycopy(samples, 0, scaled.samples(), top * scaled.stride(), samples.length);
        }
        flip(scaled.samples());
        return scaled;
    }

    /** How often the picture is halved for the region at that size. */
    static int levelFor(Region region, Dimensions size) {
        int level = 0;
        while (region.width() >= HEADROOM * size.width() * (2 << level)
                && region.height() >= HEADROOM * size.height() * (2 << level)) {
            level++;
        }
        return level;
    }

    /** Each row of the half lies before the rows that it is made of, or where they were. */
    private static Pixels halved(Pixels whole) {
        int channels = whole.colours().channels();
        Dimensions size = new Dimensions(whole.size().width() / 2, whole.size().height() / 2);
        Pixels half = new Pixels(size, whole.colours(), whole.samples());
        int[] sums = new int[whole.stride()];
        for (int y = 0; y < size.height(); y++) {
            sum(whole.samples(), 2 * y * whole.stride(), sums);
            int target = y * half.stride();
            for (int channel = 0; channel < channels; channel++) {
                average(sums, channel, channels, half.samples(), target + channel, size.width());
            }
        }
        return half;
    }

    /** Two rows together. */
    private static void sum(byte[] samples, int upper, int[] sums) {
        int lower = upper + sums.length;
        for (int index = 0; index < sums.length; index++) {
            sums[index] = samples[upper + index] + samples[lower + index];
        }
    }

    /** Neighbours in a row together, of one channel. */
    private static void average(int[] sums, int channel, int channels, byte[] target, int start, int width) {
        int left = channel;
        int place = start;
        for (int x = 0; x < width; x++) {
            target[place] = (byte) ((sums[left] + sums[left + channels] + 2) >> 2);
            left += 2 * channels;
            place += channels;
        }
    }

    /**
     * Each target row is a weighted sum of source rows.
     *
     * @param offset first sample of a row that counts
     * @param stride from one source row to the next
     * @param missing source rows that the weights count and {@code source} does not hold, at its beginning
     * @param length samples of a target row
     */
    private static void combine(
            byte[] source, int offset, int stride, int missing, Lanczos weights, byte[] target, int length) {
        float[] sum = new float[length];
        for (int y = 0; y < weights.starts().length; y++) {
            Arrays.fill(sum, 128.5f);
            for (int tap = 0; tap < weights.taps(); tap++) {
                float weight = weights.weights()[y * weights.taps() + tap];
                if (weight != 0) {
                    add(source, (weights.starts()[y] - missing + tap) * stride + offset, weight, sum);
                }
            }
            round(sum, target, y * length);
        }
    }

    private static void add(byte[] source, int start, float weight, float[] sum) {
        for (int index = 0; index < sum.length; index++) {
            sum[index] += weight * source[start + index];
        }
    }

    private static void round(float[] sum, byte[] target, int start) {
        for (int index = 0; index < sum.length; index++) {
            target[start + index] = (byte) ((int) Math.max(0f, Math.min(255f, sum[index])) - 128);
        }
    }

    /** Rows become columns. */
    private static byte[] turn(byte[] source, int width, int height, int channels) {
        byte[] turned = new byte[source.length];
        for (int top = 0; top < height; top += TILE) {
            for (int left = 0; left < width; left += TILE) {
                int bottom = Math.min(height, top + TILE);
                int right = Math.min(width, left + TILE);
                for (int x = left; x < right; x++) {
                    for (int y = top; y < bottom; y++) {
                        int from = (y * width + x) * channels;
                        int to = (x * height + y) * channels;
                        for (int channel = 0; channel < channels; channel++) {
                            turned[to + channel] = source[from + channel];
                        }
                    }
                }
            }
        }
        return turned;
    }

    /** To signed samples and back. */
    private static void flip(byte[] samples) {
        for (int index = 0; index < samples.length; index++) {
            samples[index] ^= (byte) 0x80;
        }
    }
}
