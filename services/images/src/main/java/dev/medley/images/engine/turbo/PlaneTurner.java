package dev.medley.images.engine.turbo;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.Orientation;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Turns finished pictures upright: after resizing there is little left to turn. */
final class PlaneTurner {

    private PlaneTurner() {}

    static Picture turn(Arena arena, Picture stored, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return stored;
        }
        List<Plane> planes = new ArrayList<>();
        for (Plane plane : stored.planes()) {
            planes.add(turn(arena, plane, orientation));
        }
        return new Picture(orientation.upright(stored.size()), stored.sampling(), planes);
    }

    private static Plane turn(Arena arena, Plane stored, Orientation orientation) {
        Dimensions upright = orientation.upright(new Dimensions(stored.width(), stored.height()));
        Plane turned = Plane.allocate(arena, upright.width(), upright.height());
        byte[] samples = new byte[stored.width() * stored.height()];
        for (int y = 0; y < stored.height(); y++) {
            MemorySegment.copy(
                    stored.samples(),
                    JAVA_BYTE,
                    (long) y * stored.stride(),
                    samples,
                    y * stored.width(),
                    stored.width());
        }
        byte[] row = new byte[turned.width()];
        for (int y = 0; y < turned.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = samples[orientation.storedIndex(x, y, stored.width(), stored.height())];
            }
            MemorySegment.copy(row, 0, turned.samples(), JAVA_BYTE, (long) y * turned.stride(), row.length);
        }
        return turned;
    }
}
