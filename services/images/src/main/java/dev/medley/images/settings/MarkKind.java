package dev.medley.images.settings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a watermark shows. */
public enum MarkKind {
    /** A line of text. */
    TEXT,
    /** The user's uploaded picture. */
    PICTURE;

    /** The name in requests and answers, lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
