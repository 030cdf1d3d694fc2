package dev.medley.images.engine;

/**
 * A size in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Dimensions(int width, int height) {

    /** Refuses a size without area. */
    public Dimensions {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no picture measures " + width + "x" + height);
        }
    }

    /** The largest size of the same shape that fits into {@code box}; never larger than this one. */
    public Dimensions fitInside(Dimensions box) {
        double scale = Math.min(1.0, Math.min((double) box.width / width, (double) box.height / height));
        return new Dimensions(
                Math.clamp(Math.round(width * scale), 1, Math.min(width, box.width)),
                Math.clamp(Math.round(height * scale), 1, Math.min(height, box.height)));
    }

    /** The same lying on its side. */
    public Dimensions transposed() {
        return new Dimensions(height, width);
    }

    /** Number of pixels. */
    public long pixels() {
        return (long) width * height;
    }
}
