package dev.medley.images.engine.turbo;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.Position;
import dev.medley.images.engine.StampCache;
import dev.medley.images.engine.Watermark;
import dev.medley.images.engine.WatermarkPainter;

/** Makes planar stamps and keeps those in use. */
final class StampPress {

    private static final long CAPACITY = 16L << 20;

    private final WatermarkPainter painter = new WatermarkPainter();
    private final StampCache<Key, PlanarStamp> kept = new StampCache<>(CAPACITY, PlanarStamp::bytes);

    /** All that a stamp depends on. A mark is known by its identity, or each key would keep a decoded picture alive. */
    private record Key(
            Object mark,
            Position position,
            float offset,
            float opacity,
            float scale,
            Dimensions size,
            Sampling sampling) {

        static Key of(Watermark watermark, Dimensions size, Sampling sampling) {
            return new Key(
                    watermark.mark().identity(),
                    watermark.position(),
                    watermark.offset(),
                    watermark.opacity(),
                    watermark.scale(),
                    size,
                    sampling);
        }
    }

    /** The stamp of a watermark for pictures of a size and sampling. */
    PlanarStamp stampFor(Watermark watermark, Dimensions size, Sampling sampling) {
        Key key = Key.of(watermark, size, sampling);
        PlanarStamp stamp = kept.find(key);
        if (stamp == null) {
            stamp = PlanarStamp.of(painter.draw(watermark, size), sampling);
            kept.keep(key, stamp);
        }
        return stamp;
    }
}
