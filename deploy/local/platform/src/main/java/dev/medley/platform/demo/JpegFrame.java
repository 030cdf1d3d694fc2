package dev.medley.platform.demo;

/**
 * What the frame header of a JPEG file says, by the marker segments of
 * <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81</a>, annex B.
 *
 * @param width in pixels
 * @param height in pixels
 * @param progressive whether it is coded progressively (SOF2)
 */
record JpegFrame(int width, int height, boolean progressive) {

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int FIRST_FRAME = 0xFFC0;
    private static final int LAST_FRAME = 0xFFCF;
    private static final int PROGRESSIVE_FRAME = 0xFFC2;
    private static final int HUFFMAN_TABLES = 0xFFC4;
    private static final int RESERVED = 0xFFC8;
    private static final int ARITHMETIC_TABLES = 0xFFCC;

    /**
     * Reads the first frame header.
     *
     * @throws IllegalArgumentException when there is none
     */
    static JpegFrame of(byte[] file) {
        if (file.length < 4 || word(file, 0) != START_OF_IMAGE) {
            throw new IllegalArgumentException("no JPEG file");
        }
        for (int at = 2; at + 9 <= file.length; at += 2 + word(file, at + 2)) {
            int marker = word(file, at);
            if (isFrame(marker)) {
                return new JpegFrame(word(file, at + 7), word(file, at + 5), marker == PROGRESSIVE_FRAME);
            }
        }
        throw new IllegalArgumentException("no frame header in the JPEG file");
    }

    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME
                && marker <= LAST_FRAME
                && marker != HUFFMAN_TABLES
                && marker != RESERVED
                && marker != ARITHMETIC_TABLES;
    }

    private static int word(byte[] file, int at) {
        return (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF);
    }
}
