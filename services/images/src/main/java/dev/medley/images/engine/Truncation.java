package dev.medley.images.engine;

/** Finds files that end too early where the decoder does not tell. */
final class Truncation {

    private static final byte GIF_TRAILER = 0x3B;

    private Truncation() {}

    /** The verdict on a file that cannot be decoded. A damaged JPEG may hide its end, so it only counts as damaged. */
    static Rejection verdict(byte[] file, ImageFormat format) {
        return format != ImageFormat.JPEG && isTruncated(file, format) ? Rejection.TRUNCATED : Rejection.CORRUPT;
    }

    /** Whether the end marker is missing; PNGs were gone through chunk by chunk before. */
    static boolean isTruncated(byte[] file, ImageFormat format) {
        return switch (format) {
            case JPEG -> !JpegScans.of(file).ended();
            case PNG -> false;
            case GIF -> lastOf(file) != GIF_TRAILER;
        };
    }

    /** The last byte but for padding, which some writers add after the trailer. */
    private static byte lastOf(byte[] file) {
        int end = file.length - 1;
        while (end > 0 && file[end] == 0) {
            end--;
        }
        return file[end];
    }
}
