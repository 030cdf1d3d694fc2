package dev.medley.images.engine;

/**
 * The scans of a JPEG (ITU-T T.81, B.1.1), found as a decoder finds them: what stands in segments or behind the end, such as
 * previews and the films of moving photographs, does not count.
 *
 * @param number how many there are
 * @param ended whether the end marker comes after them
 */
record JpegScans(int number, boolean ended) {

    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_ALONE = 0xD9;

    static JpegScans of(byte[] jpeg) {
        int scans = 0;
        int position = 2;
        while (position + 1 < jpeg.length) {
            int marker = jpeg[position + 1] & 0xFF;
            if ((jpeg[position] & 0xFF) != MARKER || marker == 0 || marker == MARKER) {
                // Coded data, where a marker's first byte is followed by a zero, or fill bytes.
                position++;
            } else if (marker == END_OF_IMAGE) {
                return new JpegScans(scans, true);
            } else if (marker >= FIRST_RESTART && marker <= LAST_ALONE) {
                position += 2;
            } else if (position + 3 < jpeg.length) {
                scans += marker == START_OF_SCAN ? 1 : 0;
                position += 2 + Math.max(2, ((jpeg[position + 2] & 0xFF) << 8) | (jpeg[position + 3] & 0xFF));
            } else {
                break;
            }
        }
        return new JpegScans(scans, false);
    }
}
