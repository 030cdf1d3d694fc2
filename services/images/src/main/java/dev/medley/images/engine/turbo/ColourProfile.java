package dev.medley.images.engine.turbo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Carries the ICC profile of a JPEG over to its renditions: APP2 segments, ICC.1:2022 annex B.4. Nothing else is carried. */
final class ColourProfile {

    private static final byte[] SIGNATURE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MARKER = 0xFF;
    private static final int APP0 = 0xE0;
    private static final int APP2 = 0xE2;
    private static final int START_OF_SCAN = 0xDA;
    private static final int START_OF_IMAGE_LENGTH = 2;

    /** The marker and the length that follows it. */
    private static final int SEGMENT_HEAD = 4;

    private ColourProfile() {}

    /** The segments with the profile, as they stand in the file; empty without one. */
    static byte[] segmentsOf(byte[] jpeg) {
        ByteArrayOutputStream segments = new ByteArrayOutputStream();
        int position = START_OF_IMAGE_LENGTH;
        while (position + SEGMENT_HEAD <= jpeg.length && (jpeg[position] & 0xFF) == MARKER) {
            int marker = jpeg[position + 1] & 0xFF;
            int end = position + 2 + length(jpeg, position + 2);
            if (marker == START_OF_SCAN || end > jpeg.length) {
                break;
            }
            if (marker == APP2 && startsWith(jpeg, position + SEGMENT_HEAD)) {
                segments.write(jpeg, position, end - position);
            }
            position = end;
        }
        return segments.toByteArray();
    }

    /** A JPEG with the segments behind its JFIF header. */
    static byte[] insert(byte[] jpeg, byte[] segments) {
        if (segments.length == 0) {
            return jpeg;
        }
        int position = START_OF_IMAGE_LENGTH;
        if ((jpeg[position + 1] & 0xFF) == APP0) {
            position += 2 + length(jpeg, position + 2);
        }
        byte[] result = new byte[jpeg.length + segments.length];
        System.arraycopy(jpeg, 0, result, 0, position);
        System.arraycopy(segments, 0, result, position, segments.length);
        System.arraycopy(jpeg, position, result, position + segments.length, jpeg.length - position);
        return result;
    }

    private static int length(byte[] jpeg, int position) {
        return ((jpeg[position] & 0xFF) << 8) | (jpeg[position + 1] & 0xFF);
    }

    private static boolean startsWith(byte[] jpeg, int position) {
        return position + SIGNATURE.length <= jpeg.length
                && Arrays.equals(jpeg, position, position + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }
}
