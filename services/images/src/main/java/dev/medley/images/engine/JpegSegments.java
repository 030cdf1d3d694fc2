package dev.medley.images.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a JPEG says of itself in the segments before its first scan (ITU-T T.81, B.2).
 *
 * @param frame the start of frame, null without one
 * @param colours what its components are
 * @param profile its ICC profile (ICC.1:2022, B.4), null without one that is whole
 */
// Compared by nobody.
@SuppressWarnings("ArrayRecordComponent")
record JpegSegments(
        @Nullable Frame frame, Colours colours, boolean invertedInks, boolean codedInks, byte @Nullable [] profile) {

    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final int ADOBE_TRANSFORM = 11;
    private static final int ADOBE_NONE = 0;
    private static final int ADOBE_YCCK = 2;

    /**
     * A start of frame.
     *
     * @param process 0 baseline, 1 extended, 2 progressive, 3 lossless; more are differential or arithmetic
     * @param bits per sample
     * @param ids of the components
     * @param samplings of the components, in the same order
     */
    record Frame(int process, int bits, List<Integer> ids, List<Sampling> samplings) {

        private static final int PROGRESSIVE = 2;

        boolean isProgressive() {
            return process == PROGRESSIVE;
        }

        /** Huffman codes, 8 bits, and as many components as a colour space has: what every decoder reads. */
        boolean isSupported() {
            return process <= PROGRESSIVE && bits == 8 && (ids.size() == 1 || ids.size() == 3 || ids.size() == 4);
        }
    }

    /**
     * How fine a component is in relation to the others.
     *
     * @param across blocks in a row of a unit
     * @param down rows of blocks in a unit
     */
    record Sampling(int across, int down) {}

    /** Collects segments while they are read. */
    private static final class Collector {

        private @Nullable Frame frame;
        private boolean jfif;
        private boolean adobe;
        private int transform = -1;
        private final TreeMap<Integer, byte[]> profile = new TreeMap<>();
        private int profileParts;
    }

    static JpegSegments of(byte[] jpeg) {
        Collector found = new Collector();
        int position = 2;
        while (position + 4 <= jpeg.length && (jpeg[position] & 0xFF) == MARKER) {
            int marker = jpeg[position + 1] & 0xFF;
            if (marker == MARKER) {
                // Any number of fill bytes may stand before a marker.
                position++;
                continue;
            }
            int end = position + 2 + (((jpeg[position + 2] & 0xFF) << 8) | (jpeg[position + 3] & 0xFF));
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE || end > jpeg.length || end < position + 4) {
                break;
            }
            collect(found, marker, Arrays.copyOfRange(jpeg, position + 4, end));
            position = end;
        }
        return assembled(found);
    }

    private static void collect(Collector found, int marker, byte[] body) {
        switch (marker) {
            case APP0 -> found.jfif = true;
            case APP14 -> {
                if (startsWith(body, ADOBE) && body.length > ADOBE_TRANSFORM) {
                    found.adobe = true;
                    found.transform = body[ADOBE_TRANSFORM];
                }
            }
            case APP2 -> {
                if (startsWith(body, PROFILE) && body.length > PROFILE.length + 2) {
                    found.profileParts = body[PROFILE.length + 1] & 0xFF;
                    found.profile.put(
                            body[PROFILE.length] & 0xFF, Arrays.copyOfRange(body, PROFILE.length + 2, body.length));
                }
            }
            default -> {
                if (isStartOfFrame(marker) && found.frame == null && body.length >= 6) {
                    found.frame = frame(marker, body);
                }
            }
        }
    }

    /** C0 to CF but for the tables among them. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Frame frame(int marker, byte[] body) {
        List<Integer> ids = new ArrayList<>();
        List<Sampling> samplings = new ArrayList<>();
        int components = body[5] & 0xFF;
        for (int component = 0; component < components && 7 + 3 * component < body.length; component++) {
            ids.add(body[6 + 3 * component] & 0xFF);
            int factors = body[7 + 3 * component] & 0xFF;
            samplings.add(new Sampling(factors >> 4, factors & 0xF));
        }
        return new Frame(marker - 0xC0, body[0] & 0xFF, List.copyOf(ids), List.copyOf(samplings));
    }

    /** The rules of libjpeg, which everything else follows. */
    private static JpegSegments assembled(Collector found) {
        Frame frame = found.frame;
        Colours colours =
                switch (frame == null ? 0 : frame.ids().size()) {
                    case 1 -> Colours.GRAY;
                    case 4 -> Colours.CMYK;
                    default -> isRgb(found) ? Colours.RGB : Colours.YCBCR;
                };
        return new JpegSegments(
                frame, colours, found.adobe, found.adobe && found.transform == ADOBE_YCCK, profile(found));
    }

    private static boolean isRgb(Collector found) {
        if (found.jfif) {
            return false;
        }
        if (found.adobe) {
            return found.transform == ADOBE_NONE;
        }
        return found.frame != null && found.frame.ids().equals(List.of((int) 'R', (int) 'G', (int) 'B'));
    }

    private static byte @Nullable [] profile(Collector found) {
        if (found.profile.isEmpty() || found.profile.size() != found.profileParts || found.profile.firstKey() != 1) {
            return null;
        }
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        found.profile.values().forEach(profile::writeBytes);
        return profile.toByteArray();
    }

    private static boolean startsWith(byte[] body, byte[] start) {
        return body.length >= start.length && Arrays.equals(body, 0, start.length, start, 0, start.length);
    }
}
