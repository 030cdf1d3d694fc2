package dev.medley.images.engine.turbo;

import dev.medley.images.engine.Dimensions;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture as luma and chroma planes.
 *
 * @param size in pixels, which is the size of the luma plane
 * @param sampling how the chroma planes are subsampled
 * @param planes Y, or Y, Cb and Cr
 */
record Picture(Dimensions size, Sampling sampling, List<Plane> planes) {

    Picture {
        planes = List.copyOf(planes);
    }

    /** An empty picture whose memory lives as long as the arena. */
    static Picture allocate(Arena arena, Dimensions size, Sampling sampling) {
        List<Plane> planes = new ArrayList<>();
        for (int component = 0; component < sampling.components(); component++) {
            planes.add(Plane.allocate(
                    arena,
                    sampling.planeSize(component, size.width(), sampling.horizontal()),
                    sampling.planeSize(component, size.height(), sampling.vertical())));
        }
        return new Picture(size, sampling, planes);
    }
}
