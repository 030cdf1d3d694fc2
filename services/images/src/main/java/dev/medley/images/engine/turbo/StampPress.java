package dev.medley.images.engine.turbo;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.StampCache;
import dev.medley.images.engine.Watermark;
import dev.medley.images.engine.WatermarkPainter;

/** Makes planar stamps and keeps those in use. */
final class StampPress {

    private static final long CAPACITY = 16L << 20;

    private final WatermarkPainter painter = new WatermarkPainter();
    private final StampCache<Key, PlanarStamp> kept = new StampCache<>(CAPACITY, PlanarStamp::bytes);

    private record Key(Watermark watermark, Dimensions size, Sampling sampling) {}

    /** The stamp of a watermark for pictures of a size and sampling. */
    PlanarStamp stampFor(Watermark watermark, Dimensions size, Sampling sampling) {
        Key key = new Key(watermark, size, sampling);
        PlanarStamp stamp = kept.find(key);
        if (stamp == null) {
            stamp = PlanarStamp.of(painter.draw(watermark, size), sampling);
            kept.keep(key, stamp);
        }
        return stamp;
    }
}
