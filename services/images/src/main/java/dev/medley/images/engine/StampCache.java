package dev.medley.images.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was drawn last, up to a number of bytes: drawing costs more than blending, but each user may have a watermark.
 * Safe for concurrent use; what two threads miss at once is made twice.
 *
 * @param <K> what tells one from another
 * @param <S> what is kept
 */
public final class StampCache<K, S> {

    private final long capacity;
    private final ToLongFunction<S> bytesOf;
    private final Map<K, S> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * Keeps up to {@code capacity} bytes.
     *
     * @param bytesOf what one takes
     */
    public StampCache(long capacity, ToLongFunction<S> bytesOf) {
        this.capacity = capacity;
        this.bytesOf = bytesOf;
    }

    /** What is kept under the key, or null. */
    public synchronized @Nullable S find(K key) {
        return kept.get(key);
    }

    /** Keeps one; those not used for longest go. One beyond the capacity is not kept at all. */
    public synchronized void keep(K key, S stamp) {
        if (bytesOf.applyAsLong(stamp) > capacity) {
            return;
        }
        S former = kept.put(key, stamp);
        bytes += bytesOf.applyAsLong(stamp) - (former == null ? 0 : bytesOf.applyAsLong(former));
        var eldest = kept.values().iterator();
        while (bytes > capacity) {
            bytes -= bytesOf.applyAsLong(eldest.next());
            eldest.remove();
        }
    }
}
