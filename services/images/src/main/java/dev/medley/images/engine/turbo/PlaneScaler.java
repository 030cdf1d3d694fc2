package dev.medley.images.engine.turbo;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.Lanczos;
import dev.medley.images.engine.Region;
import java.lang.foreign.Arena;

/**
 * Scales regions of one decoded picture, plane by plane.
 *
 * @param decoded the picture, which the decoder may have scaled already
 * @param stored its size in the file, in which regions are given
 */
record PlaneScaler(Picture decoded, Dimensions stored, PlaneResizer resizer) {

    /** A region as a picture of a size and sampling, in the arena's memory. */
    Picture scale(Arena arena, Region region, Dimensions size, Sampling sampling) {
        Picture target = Picture.allocate(arena, size, sampling);
        resize(target, 0, region, 1, 1, 1, 1);
        Sampling from = decoded.sampling();
        for (int component = 1; component < sampling.components(); component++) {
            resize(
                    target,
                    component,
                    region,
                    from.horizontal(),
                    from.vertical(),
                    sampling.horizontal(),
                    sampling.vertical());
        }
        return target;
    }

    private void resize(
            Picture target, int component, Region region, int fromAcross, int fromDown, int toAcross, int toDown) {
        Plane from = decoded.planes().get(component);
        Plane to = target.planes().get(component);
        double scaleX = (double) decoded.size().width() / stored.width() / fromAcross;
        double scaleY = (double) decoded.size().height() / stored.height() / fromDown;
        resizer.resize(
                from,
                to,
                Lanczos.of(
                        from.width(),
                        to.width(),
                        region.left() * scaleX,
                        region.width() * scaleX / target.size().width() * toAcross),
                Lanczos.of(
                        from.height(),
                        to.height(),
                        region.top() * scaleY,
                        region.height() * scaleY / target.size().height() * toDown));
    }
}
