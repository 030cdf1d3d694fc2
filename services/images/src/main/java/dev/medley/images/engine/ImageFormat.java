package dev.medley.images.engine;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The formats that are accepted, recognised by their first bytes. */
public enum ImageFormat {
    /** JPEG, ITU-T T.81: starts with SOI and a marker. */
    JPEG("image/jpeg", "jpg", "FFD8FF.*"),
    /** PNG, third edition, section 5.2. */
    PNG("image/png", "png", "89504E470D0A1A0A"),
    /** GIF87a and GIF89a. */
    GIF("image/gif", "gif", "474946383[79]61.*");

    private static final int LONGEST_SIGNATURE = 8;

    private final String contentType;
    private final String extension;
    private final String signature;

    ImageFormat(String contentType, String extension, String signature) {
        this.contentType = contentType;
        this.extension = extension;
        this.signature = signature;
    }

    /** The media type, lower case. */
    public String contentType() {
        return contentType;
    }

    /** The usual file name extension, without dot. */
    public String extension() {
        return extension;
    }

    /** The format of a file by its signature, or null when it is none of these. */
    public static @Nullable ImageFormat of(byte[] file) {
        String start = HexFormat.of().withUpperCase().formatHex(file, 0, Math.min(file.length, LONGEST_SIGNATURE));
        return Arrays.stream(values())
                .filter(format -> start.matches(format.signature))
                .findFirst()
                .orElse(null);
    }

    /** The format of a media type, or null when it is not accepted. Parameters and case do not matter. */
    public static @Nullable ImageFormat ofContentType(String contentType) {
        String type = contentType.split(";", 2)[0].strip();
        return Arrays.stream(values())
                .filter(format -> format.contentType.equalsIgnoreCase(type))
                .findFirst()
                .orElse(null);
    }
}
