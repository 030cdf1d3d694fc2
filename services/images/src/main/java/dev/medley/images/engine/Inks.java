package dev.medley.images.engine;

/** The ways in which JPEGs store four inks. */
final class Inks {

    private Inks() {}

    /** Makes every way one: CMYK, where 255 is no ink. */
    static void normalise(byte[] samples, JpegSegments segments) {
        for (int index = 0; index < samples.length; index += 4) {
            if (segments.codedInks()) {
                // YCCK is YCbCr of the first three inks' complements (Adobe TN 5116).
                decode(samples, index);
            } else if (!segments.invertedInks()) {
                for (int ink = index; ink < index + 4; ink++) {
                    samples[ink] = (byte) ~samples[ink];
                }
            }
        }
    }

    private static void decode(byte[] samples, int index) {
        int rgb = YCbCr.toRgb(samples[index] & 0xFF, samples[index + 1] & 0xFF, samples[index + 2] & 0xFF);
        samples[index] = (byte) ~(rgb >> 16);
        samples[index + 1] = (byte) ~(rgb >> 8);
        samples[index + 2] = (byte) ~rgb;
    }
}
