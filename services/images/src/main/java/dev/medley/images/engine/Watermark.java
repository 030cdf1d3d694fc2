package dev.medley.images.engine;

/**
 * A line of white text in the bottom right corner.
 *
 * @param text not empty
 * @param opacity 0 (invisible) to 1
 */
public record Watermark(String text, float opacity) {

    /** Refuses what could not be seen. */
    public Watermark {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a watermark needs text");
        }
        if (!(opacity > 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity " + opacity + " is not in (0, 1]");
        }
    }
}
