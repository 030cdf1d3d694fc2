package dev.medley.images.engine.turbo;

import java.util.Optional;

/** How chroma is subsampled, as TurboJPEG numbers it. */
enum Sampling {
    /** Chroma as fine as luma. */
    FULL(TurboJpeg.SAMPLING_444, 3, 1, 1),
    /** Half as wide. */
    HALF_WIDTH(TurboJpeg.SAMPLING_422, 3, 2, 1),
    /** Half as wide and high: what cameras and this engine write. */
    QUARTER(TurboJpeg.SAMPLING_420, 3, 2, 2),
    /** No chroma. */
    GRAY(TurboJpeg.SAMPLING_GRAY, 1, 1, 1),
    /** Half as high. */
    HALF_HEIGHT(TurboJpeg.SAMPLING_440, 3, 1, 2),
    /** A quarter as wide. */
    QUARTER_WIDTH(TurboJpeg.SAMPLING_411, 3, 4, 1);

    private final int code;
    private final int components;
    private final int horizontal;
    private final int vertical;

    Sampling(int code, int components, int horizontal, int vertical) {
        this.code = code;
        this.components = components;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    static Optional<Sampling> of(int code) {
        for (Sampling sampling : values()) {
            if (sampling.code == code) {
                return Optional.of(sampling);
            }
        }
        return Optional.empty();
    }

    /** TurboJPEG's number. */
    int code() {
        return code;
    }

    /** Number of planes. */
    int components() {
        return components;
    }

    /** Pixels per chroma sample in a row. */
    int horizontal() {
        return horizontal;
    }

    /** Rows per chroma row. */
    int vertical() {
        return vertical;
    }

    /** Samples of a component along an axis with {@code pixels}; TurboJPEG pads the axis to whole chroma samples. */
    int planeSize(int component, int pixels, int pixelsPerSample) {
        int padded = (pixels + pixelsPerSample - 1) / pixelsPerSample * pixelsPerSample;
        return component == 0 ? padded : padded / pixelsPerSample;
    }
}
