package dev.medley.images.engine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The formats of renditions. */
public enum OutputFormat {
    /** Progressive JPEG; what is transparent becomes white. Its encoders draw the line at 65,500. */
    JPEG("jpg", 65_500),
    /** PNG, with an alpha channel where the picture has one. */
    PNG("png", Integer.MAX_VALUE),
    /** Lossy WebP, with an alpha channel where the picture has one. */
    WEBP("webp", 16_383);

    private final String extension;
    private final int longestSide;

    OutputFormat(String extension, int longestSide) {
        this.extension = extension;
        this.longestSide = longestSide;
    }

    /** The media type, lower case. */
    public String contentType() {
        return "image/" + wireName();
    }

    /** The usual file name extension, without dot. */
    public String extension() {
        return extension;
    }

    /** The most pixels that a side of a picture in this format can have. */
    public int longestSide() {
        return longestSide;
    }

    /** The name in requests and answers, lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a picture becomes when nobody asks for another format: PNG stays PNG, all else becomes JPEG. */
    static OutputFormat standardFor(ImageFormat format) {
        return switch (format) {
            case PNG -> PNG;
            case JPEG, GIF -> JPEG;
        };
    }
}
