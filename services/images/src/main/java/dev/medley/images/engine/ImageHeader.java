package dev.medley.images.engine;

/**
 * What a file says of itself before any pixel is decoded.
 *
 * @param format by signature
 * @param stored size as stored
 * @param orientation how the stored picture has to be turned
 * @param components colour components; 4 means CMYK in a JPEG
 * @param memory that it takes
 * @param frames pictures in the file; more than 1 for an animation
 * @param cost of decoding it, in megapixels of an ordinary JPEG; at most 600
 */
public record ImageHeader(
        ImageFormat format,
        Dimensions stored,
        Orientation orientation,
        int components,
        DecodeMemory memory,
        int frames,
        double cost) {

    /** Size as shown. */
    public Dimensions upright() {
        return orientation.upright(stored);
    }
}
