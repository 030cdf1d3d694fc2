package dev.medley.images.engine;

/** What the samples of a pixel mean. */
enum Colours {
    /** Luma. */
    GRAY(1),
    /** Luma and alpha, premultiplied. */
    GRAY_ALPHA(2),
    /** Red, green and blue. */
    RGB(3),
    /** Red, green, blue and alpha, premultiplied. */
    RGBA(4),
    /** Luma and two colour differences (JFIF 1.02). */
    YCBCR(3),
    /** Inks; 255 is no ink. */
    CMYK(4);

    private final int channels;

    Colours(int channels) {
        this.channels = channels;
    }

    /** Samples per pixel. */
    int channels() {
        return channels;
    }

    boolean hasAlpha() {
        return this == GRAY_ALPHA || this == RGBA;
    }
}
