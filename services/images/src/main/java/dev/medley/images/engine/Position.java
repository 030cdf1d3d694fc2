package dev.medley.images.engine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Nine places in a picture: what a cut keeps, and where a watermark stands. */
public enum Position {
    /** Upper left corner. */
    TOP_LEFT(-1, -1),
    /** Middle of the upper edge. */
    TOP(0, -1),
    /** Upper right corner. */
    TOP_RIGHT(1, -1),
    /** Middle of the left edge. */
    LEFT(-1, 0),
    /** The middle. */
    CENTER(0, 0),
    /** Middle of the right edge. */
    RIGHT(1, 0),
    /** Lower left corner. */
    BOTTOM_LEFT(-1, 1),
    /** Middle of the lower edge. */
    BOTTOM(0, 1),
    /** Lower right corner. */
    BOTTOM_RIGHT(1, 1);

    private final int across;
    private final int down;

    Position(int across, int down) {
        this.across = across;
        this.down = down;
    }

    /** The name in requests and answers: kebab case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Where a part of a picture lies that stands at this place.
     *
     * @param whole the picture
     * @param part cut down to the picture if it is larger
     * @param margin distance in pixels from the edges that this place is at; less where the part has no room for it
     */
    Region place(Dimensions whole, Dimensions part, int margin) {
        int width = Math.min(part.width(), whole.width());
        int height = Math.min(part.height(), whole.height());
        return new Region(
                start(across, whole.width() - width, margin),
                start(down, whole.height() - height, margin),
                width,
                height);
    }

    private static int start(int side, int room, int margin) {
        return switch (side) {
            case -1 -> Math.min(margin, room);
            case 1 -> Math.max(room - margin, 0);
            default -> room / 2;
        };
    }
}
