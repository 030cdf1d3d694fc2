package dev.medley.images.engine;

/**
 * A rectangle in a picture, in pixels.
 *
 * @param left column of the first pixel
 * @param top row of the first pixel
 * @param width at least 1
 * @param height at least 1
 */
public record Region(int left, int top, int width, int height) {

    /** Refuses a rectangle that lies outside every picture or is empty. */
    public Region {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("no region: %d,%d %dx%d".formatted(left, top, width, height));
        }
    }

    /** All of a picture. */
    public static Region all(Dimensions picture) {
        return new Region(0, 0, picture.width(), picture.height());
    }

    /** Its size. */
    public Dimensions size() {
        return new Dimensions(width, height);
    }
}
