package dev.medley.images.engine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The formats of renditions. */
public enum OutputFormat {
    /** Progressive JPEG; what is transparent becomes white. */
    JPEG("jpg"),
    /** PNG, with an alpha channel where the picture has one. */
    PNG("png"),
    /** Lossy WebP, with an alpha channel where the picture has one. */
    WEBP("webp");

    private final String extension;

    OutputFormat(String extension) {
        this.extension = extension;
    }

    /** The media type, lower case. */
    public String contentType() {
        return "image/" + wireName();
    }

    /** The usual file name extension, without dot. */
    public String extension() {
        return extension;
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
