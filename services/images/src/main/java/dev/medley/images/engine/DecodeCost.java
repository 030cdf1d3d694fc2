package dev.medley.images.engine;

/**
 * What decoding a picture costs, in megapixels of a baseline JPEG with three components, by header alone. The factors are
 * of the slower engine, the JVM's, which takes what the fast one refuses; {@code DecodeCostBench} measures them.
 */
final class DecodeCost {

    /**
     * The most that is accepted: some eight seconds. 50 megapixels in a dozen scans cost 325; only pictures that are made to
     * be dear come near it.
     */
    static final double MAX = 600;

    /** Each scan of a progressive JPEG goes over all coefficients; the pixels themselves are made once. */
    private static final double PER_SCAN = 0.5;

    /** Each component beyond three, which are CMYK's inks. */
    private static final double PER_INK = 0.4;

    /** Inflating and unfiltering, per byte of a pixel. */
    private static final double PER_PNG_BYTE = 0.6;

    /** Adam7 goes over the picture in seven passes, pixel by pixel. */
    private static final double INTERLACED = 2;

    private static final double PER_GIF_PIXEL = 1;

    /** A frame of an animation is decoded, drawn and, where it moves, encoded. */
    private static final double PER_FRAME_PIXEL = 1;

    private DecodeCost() {}

    static double ofJpeg(Dimensions size, int components, int scans) {
        double perPixel = 1 + PER_SCAN * (scans - 1) + PER_INK * Math.max(0, components - 3);
        return megapixels(size) * perPixel;
    }

    static double ofPng(Dimensions size, int bitsPerPixel, boolean interlaced) {
        return megapixels(size) * Math.max(1, bitsPerPixel / 8.0 * PER_PNG_BYTE) * (interlaced ? INTERLACED : 1);
    }

    static double ofGif(Dimensions size, int frames) {
        return megapixels(size) * (PER_GIF_PIXEL + (frames - 1) * PER_FRAME_PIXEL);
    }

    private static double megapixels(Dimensions size) {
        return size.pixels() / 1e6;
    }
}
