package dev.medley.images.engine.turbo;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.medley.images.engine.Region;
import dev.medley.images.engine.Stamp;
import java.lang.foreign.MemorySegment;

/**
 * A drawn watermark as luma and chroma (JFIF 1.02, which is ITU-R BT.601 in full range), to be blended where the picture is
 * in planes anyway.
 *
 * @param luma the part for the luma plane
 * @param blue the part for the Cb plane
 * @param red the part for the Cr plane
 */
record PlanarStamp(Part luma, Part blue, Part red) {

    private static final double BLUE_SCALE = 1.772;
    private static final double RED_SCALE = 1.402;

    /**
     * What is blended into one plane.
     *
     * @param region of the plane
     * @param values row after row
     * @param cover how much of each sample is replaced, 0 to 255
     */
    // Compared by nobody; the arrays are read in inner loops.
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(Region region, byte[] values, byte[] cover) {

        static Part empty(Region region) {
            int samples = region.width() * region.height();
            return new Part(region, new byte[samples], new byte[samples]);
        }

        void blend(Plane plane) {
            byte[] row = new byte[Math.min(region.width(), plane.width() - region.left())];
            int rows = Math.min(region.height(), plane.height() - region.top());
            for (int y = 0; y < rows; y++) {
                long offset = (long) (region.top() + y) * plane.stride() + region.left();
                MemorySegment.copy(plane.samples(), JAVA_BYTE, offset, row, 0, row.length);
                for (int x = 0; x < row.length; x++) {
                    int index = y * region.width() + x;
                    int sample = row[x] & 0xFF;
                    int change = ((values[index] & 0xFF) - sample) * (cover[index] & 0xFF);
                    row[x] = (byte) (sample + Math.round(change / 255f));
                }
                MemorySegment.copy(row, 0, plane.samples(), JAVA_BYTE, offset, row.length);
            }
        }
    }

    /** The stamp for pictures of a sampling. */
    static PlanarStamp of(Stamp stamp, Sampling sampling) {
        Region region = stamp.region();
        Part luma = Part.empty(region);
        for (int index = 0; index < stamp.argb().length; index++) {
            int pixel = stamp.argb()[index];
            luma.cover()[index] = (byte) (pixel >>> 24);
            luma.values()[index] = (byte) Math.round(luma(pixel));
        }
        int left = region.left() / sampling.horizontal();
        int top = region.top() / sampling.vertical();
        Region coarse = new Region(
                left,
                top,
                (region.left() + region.width() - 1) / sampling.horizontal() - left + 1,
                (region.top() + region.height() - 1) / sampling.vertical() - top + 1);
        Part blue = Part.empty(coarse);
        Part red = Part.empty(coarse);
        for (int y = 0; y < coarse.height(); y++) {
            for (int x = 0; x < coarse.width(); x++) {
                fill(stamp, sampling, blue, red, x, y);
            }
        }
        return new PlanarStamp(luma, blue, red);
    }

    /** One chroma sample: the mean cover of the pixels that share it, and their colour weighted by their cover. */
    private static void fill(Stamp stamp, Sampling sampling, Part blue, Part red, int x, int y) {
        Region region = stamp.region();
        int across = sampling.horizontal();
        int down = sampling.vertical();
        int left = (blue.region().left() + x) * across - region.left();
        int top = (blue.region().top() + y) * down - region.top();
        int cover = 0;
        double sumBlue = 0;
        double sumRed = 0;
        for (int row = Math.max(0, top); row < Math.min(region.height(), top + down); row++) {
            for (int column = Math.max(0, left); column < Math.min(region.width(), left + across); column++) {
                int pixel = stamp.argb()[row * region.width() + column];
                int alpha = pixel >>> 24;
                double luma = luma(pixel);
                cover += alpha;
                sumBlue += alpha * ((pixel & 0xFF) - luma) / BLUE_SCALE;
                sumRed += alpha * (((pixel >> 16) & 0xFF) - luma) / RED_SCALE;
            }
        }
        int index = y * blue.region().width() + x;
        blue.cover()[index] = (byte) (cover / (across * down));
        red.cover()[index] = blue.cover()[index];
        blue.values()[index] = chroma(cover == 0 ? 0 : sumBlue / cover);
        red.values()[index] = chroma(cover == 0 ? 0 : sumRed / cover);
    }

    private static double luma(int pixel) {
        return 0.299 * ((pixel >> 16) & 0xFF) + 0.587 * ((pixel >> 8) & 0xFF) + 0.114 * (pixel & 0xFF);
    }

    private static byte chroma(double difference) {
        return (byte) Math.clamp(Math.round(128 + difference), 0, 255);
    }

    /** Memory that it takes. */
    long bytes() {
        return 2L * (luma.values().length + blue.values().length + red.values().length);
    }

    /** Blends it into a picture of the size and sampling that it was made for. */
    void blend(Picture picture) {
        luma.blend(picture.planes().getFirst());
        if (picture.planes().size() > 1) {
            blue.blend(picture.planes().get(1));
            red.blend(picture.planes().get(2));
        }
    }
}
