package dev.medley.images.engine.turbo;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.medley.images.engine.Dimensions;
import java.lang.foreign.MemorySegment;

/**
 * How much of each pixel in a rectangle a white watermark covers. White is luma 255 and no colour (JFIF 1.02), so blending
 * it needs no other colour space.
 *
 * @param left of the rectangle in the picture, even
 * @param top of the rectangle in the picture, even
 * @param width of the rectangle, even
 * @param height of the rectangle, even
 * @param cover row after row, 0 (nothing) to 255 (the watermark alone)
 */
// Compared by nobody; the array is read in an inner loop.
@SuppressWarnings("ArrayRecordComponent")
record WatermarkMask(int left, int top, int width, int height, byte[] cover) {

    private static final int WHITE = 255;
    private static final int COLOURLESS = 128;

    /** Blends the watermark into a picture of the size that it was made for. */
    void blend(Picture picture) {
        Dimensions size = picture.size();
        blend(picture.planes().getFirst(), WHITE, 1, 1, size);
        for (Plane chroma : picture.planes().subList(1, picture.planes().size())) {
            blend(
                    chroma,
                    COLOURLESS,
                    picture.sampling().horizontal(),
                    picture.sampling().vertical(),
                    size);
        }
    }

    private void blend(Plane plane, int value, int pixelsAcross, int pixelsDown, Dimensions size) {
        int right = Math.min(left + width, size.width()) / pixelsAcross;
        int bottom = Math.min(top + height, size.height()) / pixelsDown;
        byte[] row = new byte[right - left / pixelsAcross];
        for (int y = top / pixelsDown; y < bottom; y++) {
            long offset = (long) y * plane.stride() + left / pixelsAcross;
            MemorySegment.copy(plane.samples(), JAVA_BYTE, offset, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int alpha = cover(x * pixelsAcross, y * pixelsDown - top, pixelsAcross, pixelsDown);
                int sample = row[x] & 0xFF;
                row[x] = (byte) (sample + Math.round((value - sample) * alpha / 255f));
            }
            MemorySegment.copy(row, 0, plane.samples(), JAVA_BYTE, offset, row.length);
        }
    }

    /** The mean over the pixels that share a chroma sample. */
    private int cover(int x, int y, int across, int down) {
        if (across == 1 && down == 1) {
            return cover[y * width + x] & 0xFF;
        }
        int sum = 0;
        int pixels = 0;
        for (int row = y; row < Math.min(y + down, height); row++) {
            for (int column = x; column < Math.min(x + across, width); column++) {
                sum += cover[row * width + column] & 0xFF;
                pixels++;
            }
        }
        return sum / pixels;
    }
}
