package dev.medley.images.engine;

/** Counts the scans of a JPEG by their markers (ITU-T T.81, B.2.3). Compressed data cannot hold one by chance. */
final class ScanCounter {

    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;

    private ScanCounter() {}

    static int scans(byte[] jpeg) {
        int scans = 0;
        for (int index = 1; index < jpeg.length; index++) {
            if ((jpeg[index] & 0xFF) == START_OF_SCAN && (jpeg[index - 1] & 0xFF) == MARKER) {
                scans++;
            }
        }
        return scans;
    }
}
