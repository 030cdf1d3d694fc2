package dev.medley.images.engine;

/**
 * A line of text.
 *
 * @param text not blank
 * @param colour 0xRRGGBB
 * @param typeface its shape
 */
public record TextMark(String text, int colour, Typeface typeface) implements Mark {

    /** The usual colour. */
    public static final int WHITE = 0xFFFFFF;

    /** Refuses what could not be seen, and what is no colour. */
    public TextMark {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a watermark needs text");
        }
        if (colour < 0 || colour > WHITE) {
            throw new IllegalArgumentException("0x%X is no colour 0xRRGGBB".formatted(colour));
        }
    }

    @Override
    public Object identity() {
        return this;
    }

    /** Whether it is white, black or gray. */
    public boolean isColourless() {
        int blue = colour & 0xFF;
        return colour == blue * 0x010101;
    }
}
