package dev.medley.images.engine.turbo;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One plane of 8-bit samples in native memory.
 *
 * @param samples row after row
 * @param width samples in a row
 * @param height rows
 * @param stride bytes from one row to the next; a multiple of {@link #ALIGNMENT}, so that whole vectors can be read
 */
record Plane(MemorySegment samples, int width, int height, int stride) {

    /** At least the bytes of the longest vector. */
    static final int ALIGNMENT = 64;

    /** An empty plane whose memory lives as long as the arena. */
    static Plane allocate(Arena arena, int width, int height) {
        int stride = (width + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return new Plane(arena.allocate((long) stride * height, ALIGNMENT), width, height, stride);
    }
}
