package dev.medley.images.engine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a picture is brought to a box. Nothing is ever enlarged. */
public enum Fit {
    /** Fits into the box and keeps its shape. */
    FIT,
    /** Covers the box and is cut to it; a picture smaller than the box gives the box's shape, as large as it can. */
    FILL,
    /** The box is cut out unscaled. */
    CROP;

    /** The name in requests and answers, lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
