package dev.medley.images.engine;

/** What becomes of an animated GIF. */
public enum Animation {
    /** Every rendition shows its first frame. */
    FIRST_FRAME,
    /** A rendition as WebP moves; others show the first frame. */
    WEBP
}
