package dev.medley.images.engine;

import java.util.List;

/**
 * What decoding a picture costs, in megapixels of a baseline JPEG with three components, by header alone. The factors are
 * of the slower engine, the JVM's, which takes what the fast one refuses. {@code DecodeCostBench} measures them; on two cores
 * of a Xeon a megapixel took, in units of the first line:
 *
 * <pre>
 * JPEG 1.0    progressive, 10 scans 5.3    progressive, 40 scans 29    four inks 1.9
 * PNG  2.1    with alpha 2.9               interlaced 2.6              four samples of 16 bits 8.8
 * GIF  1.9    a frame made WebP 8.1
 * </pre>
 */
final class DecodeCost {

    /**
     * The most that is accepted: some eight seconds. 50 megapixels in ten scans cost 365; only pictures that are made to be
     * dear come near it.
     */
    static final double MAX = 600;

    /** Each scan goes over all coefficients, whatever it holds; the pixels themselves are made once. */
    private static final double PER_SCAN = 0.7;

    /** Each component beyond three, which are CMYK's inks. */
    private static final double PER_INK = 0.9;

    /** Inflating and unfiltering, per byte of a pixel. */
    private static final double PER_PNG_BYTE = 0.75;

    /** More than a byte per sample also has to be rounded to one. */
    private static final double DEEP = 1.5;

    /** Adam7 goes over the picture in seven passes. */
    private static final double INTERLACED = 1.3;

    /** Each frame, of which an animation has several. */
    private static final double PER_GIF_PIXEL = 2;

    /** Scaling a frame and coding it as WebP, which costs more than anything that is decoded. */
    private static final double PER_WEBP_PIXEL = 9;

    private DecodeCost() {}

    static double ofJpeg(Dimensions size, int components, int scans) {
        double perPixel = 1 + PER_SCAN * Math.max(0, scans - 1) + PER_INK * Math.max(0, components - 3);
        return megapixels(size) * perPixel;
    }

    static double ofPng(Dimensions size, int bitsPerPixel, boolean deep, boolean interlaced) {
        double perPixel = Math.max(1, bitsPerPixel / 8.0 * PER_PNG_BYTE);
        return megapixels(size) * perPixel * (deep ? DEEP : 1) * (interlaced ? INTERLACED : 1);
    }

    /** Each frame costs its own pixels, and at least the picture's, as it is shown in whole after each. */
    static double ofGif(Dimensions size, List<GifFrames.Frame> frames) {
        long later = frames.stream()
                .skip(1)
                .mapToLong(frame -> Math.max(frame.pixels(), size.pixels()))
                .sum();
        return (size.pixels() + later) / 1e6 * PER_GIF_PIXEL;
    }

    /** What making an animation costs beside decoding it: every frame is coded anew. */
    static double ofWebP(Dimensions size, int frames) {
        return megapixels(size) * frames * PER_WEBP_PIXEL;
    }

    private static double megapixels(Dimensions size) {
        return size.pixels() / 1e6;
    }
}
