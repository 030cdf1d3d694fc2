package dev.medley.images.engine;

/**
 * A watermark drawn for pictures of one size, its opacity included.
 *
 * @param region of the picture that it covers
 * @param argb its pixels row after row, 0xAARRGGBB, not premultiplied
 */
// Compared by nobody; the array is read in inner loops.
@SuppressWarnings("ArrayRecordComponent")
public record Stamp(Region region, int[] argb) {}
