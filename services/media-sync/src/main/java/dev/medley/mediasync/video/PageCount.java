package dev.medley.mediasync.video;

/**
 * What became of a page of media.
 *
 * @param listed media on it, each once
 * @param taken those that are to be copied, or failed at once
 */
public record PageCount(int listed, int taken) {

    /** Media that need nothing. */
    public int known() {
        return listed - taken;
    }
}
