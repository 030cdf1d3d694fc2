package dev.medley.images.engine;

/**
 * A picture of 8-bit samples.
 *
 * @param size in pixels
 * @param colours what the samples of a pixel are
 * @param samples pixel after pixel, row after row; not copied, and may be longer than needed
 */
// Compared by nobody; the array is read in inner loops.
@SuppressWarnings("ArrayRecordComponent")
record Pixels(Dimensions size, Colours colours, byte[] samples) {

    /** An empty picture. */
    static Pixels allocate(Dimensions size, Colours colours) {
        return new Pixels(size, colours, new byte[Math.toIntExact(size.pixels() * colours.channels())]);
    }

    /** Bytes in a row. */
    int stride() {
        return size.width() * colours.channels();
    }
}
