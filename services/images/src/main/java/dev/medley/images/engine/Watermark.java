package dev.medley.images.engine;

/**
 * A mark and its place on every rendition, whatever its size.
 *
 * @param mark what is put on
 * @param position where
 * @param offset distance from the edges that the position is at, in relation to the rendition's longer side; 0 to 0.5
 * @param opacity up to 1, above 0
 * @param scale height of a text's letters (the font's size), or the longer side of a picture, in relation to the rendition's
 *     longer side; up to 1, above 0. A mark that would not fit is made smaller
 */
public record Watermark(Mark mark, Position position, float offset, float opacity, float scale) {

    private static final float STANDARD_SCALE = 0.024f;
    private static final float STANDARD_OFFSET = STANDARD_SCALE / 2;

    /** Refuses what could not be seen. */
    public Watermark {
        if (!(offset >= 0 && offset <= 0.5f)) {
            throw new IllegalArgumentException("offset " + offset + " is not in [0, 0.5]");
        }
        if (!(opacity > 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity " + opacity + " is not in (0, 1]");
        }
        if (!(scale > 0 && scale <= 1)) {
            throw new IllegalArgumentException("scale " + scale + " is not in (0, 1]");
        }
    }

    /** The usual one: a line of small white text in the lower right corner, 24 px high on a picture of 1,000. */
    public static Watermark line(String text, float opacity) {
        return new Watermark(
                new TextMark(text, TextMark.WHITE, Typeface.SANS),
                Position.BOTTOM_RIGHT,
                STANDARD_OFFSET,
                opacity,
                STANDARD_SCALE);
    }
}
