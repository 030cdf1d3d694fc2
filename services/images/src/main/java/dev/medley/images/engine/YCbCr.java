package dev.medley.images.engine;

/** From JFIF's colours (JFIF 1.02, which is ITU-R BT.601 in full range) to RGB, in fixed point of 16 bits. */
final class YCbCr {

    private static final int HALF = 1 << 15;
    private static final int RED_OF_CR = 91_881;
    private static final int GREEN_OF_CB = 22_554;
    private static final int GREEN_OF_CR = 46_802;
    private static final int BLUE_OF_CB = 116_130;

    private YCbCr() {}

    /** 0xRRGGBB of samples from 0 to 255. */
    static int toRgb(int luma, int blue, int red) {
        int scaled = (luma << 16) + HALF;
        int cb = blue - 128;
        int cr = red - 128;
        int r = clamp((scaled + RED_OF_CR * cr) >> 16);
        int g = clamp((scaled - GREEN_OF_CB * cb - GREEN_OF_CR * cr) >> 16);
        int b = clamp((scaled + BLUE_OF_CB * cb) >> 16);
        return (r << 16) | (g << 8) | b;
    }

    private static int clamp(int sample) {
        return Math.max(0, Math.min(255, sample));
    }
}
