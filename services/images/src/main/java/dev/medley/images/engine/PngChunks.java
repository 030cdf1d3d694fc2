package dev.medley.images.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** What is read of a PNG's chunks apart from its pixels (PNG, third edition, section 5). */
final class PngChunks {

    private static final int SIGNATURE_LENGTH = 8;

    /** Length, name and checksum. */
    private static final int FRAME_LENGTH = 12;

    private static final int HEADER_DATA = 13;

    /** Where the data of the first chunk begins. */
    private static final int HEADER = SIGNATURE_LENGTH + 8;

    private static final int LONGEST_PROFILE = 1 << 20;
    private static final int LONGEST_NAME = 79;

    private PngChunks() {}

    /**
     * Goes through all chunks up to the end; Java's decoder minds neither checksums nor a missing end.
     *
     * @throws RejectedImageException when the file ends before, or a chunk that matters is damaged
     */
    static void check(byte[] png) throws RejectedImageException {
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int position = SIGNATURE_LENGTH;
        boolean first = true;
        String name = "";
        while (!name.equals("IEND")) {
            if (position + FRAME_LENGTH > png.length) {
                throw new RejectedImageException(Rejection.TRUNCATED);
            }
            int length = bytes.getInt(position);
            name = name(png, position);
            if (length < 0 || (first && (!name.equals("IHDR") || length != HEADER_DATA))) {
                throw new RejectedImageException(Rejection.CORRUPT);
            }
            if (length > png.length - position - FRAME_LENGTH) {
                throw new RejectedImageException(Rejection.TRUNCATED);
            }
            CRC32 checksum = new CRC32();
            checksum.update(png, position + 4, 4 + length);
            boolean critical = Character.isUpperCase(name.charAt(0));
            if (critical && (int) checksum.getValue() != bytes.getInt(position + 8 + length)) {
                throw new RejectedImageException(Rejection.CORRUPT);
            }
            first = false;
            position += FRAME_LENGTH + length;
        }
    }

    /** Of a checked file. */
    static int bitsPerPixel(byte[] png) {
        int samples =
                switch (png[HEADER + 9]) {
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 1;
                };
        return samples * png[HEADER + 8];
    }

    /** Whether samples have 16 bits. Of a checked file. */
    static boolean isDeep(byte[] png) {
        return png[HEADER + 8] == 16;
    }

    /** Of a checked file. */
    static boolean isInterlaced(byte[] png) {
        return png[HEADER + 12] != 0;
    }

    private static String name(byte[] png, int position) {
        return new String(png, position + 4, 4, StandardCharsets.ISO_8859_1);
    }

    /** The ICC profile; null without one, or when it is damaged or longer than any real one. */
    static byte @Nullable [] profile(byte[] png) {
        byte[] chunk = find(png, "iCCP");
        if (chunk == null) {
            return null;
        }
        int nameEnd = 0;
        while (nameEnd < chunk.length && nameEnd <= LONGEST_NAME && chunk[nameEnd] != 0) {
            nameEnd++;
        }
        // The name's end and the method stand before the data.
        return nameEnd + 2 >= chunk.length ? null : inflate(chunk, nameEnd + 2);
    }

    /** A chunk before the pixels, or null. */
    private static byte @Nullable [] find(byte[] png, String wanted) {
        int position = SIGNATURE_LENGTH;
        while (position + FRAME_LENGTH <= png.length) {
            int length = ByteBuffer.wrap(png).getInt(position);
            String name = name(png, position);
            if (length < 0 || length > png.length - position - FRAME_LENGTH || name.equals("IDAT")) {
                return null;
            }
            if (name.equals(wanted)) {
                return Arrays.copyOfRange(png, position + 8, position + 8 + length);
            }
            position += FRAME_LENGTH + length;
        }
        return null;
    }

    private static byte @Nullable [] inflate(byte[] chunk, int start) {
        byte[] inflated = new byte[LONGEST_PROFILE];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(chunk, start, chunk.length - start);
            int length = 0;
            int read;
            do {
                read = inflater.inflate(inflated, length, inflated.length - length);
                length += read;
            } while (read > 0);
            return inflater.finished() ? Arrays.copyOf(inflated, length) : null;
        } catch (DataFormatException _) {
            return null;
        }
    }
}
