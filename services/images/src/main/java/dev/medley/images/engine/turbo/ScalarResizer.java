package dev.medley.images.engine.turbo;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.medley.images.engine.Lanczos;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Plain loops: rows first, then along each row. */
final class ScalarResizer implements PlaneResizer {

    @Override
    public void resize(Plane source, Plane target, Lanczos across, Lanczos down) {
        int ring = down.taps();
        float[][] rows = new float[ring][source.width()];
        byte[] bytes = new byte[Math.max(source.width(), target.width())];
        float[] blended = new float[source.width()];
        int loaded = 0;
        for (int y = 0; y < target.height(); y++) {
            int start = down.starts()[y];
            for (loaded = Math.max(loaded, start); loaded < start + ring; loaded++) {
                load(source, loaded, bytes, rows[loaded % ring]);
            }
            Arrays.fill(blended, 0);
            for (int tap = 0; tap < ring; tap++) {
                add(blended, rows[(start + tap) % ring], down.weights()[y * ring + tap]);
            }
            along(blended, across, bytes, target.width());
            MemorySegment.copy(bytes, 0, target.samples(), JAVA_BYTE, (long) y * target.stride(), target.width());
        }
    }

    private static void load(Plane source, int y, byte[] bytes, float[] row) {
        MemorySegment.copy(source.samples(), JAVA_BYTE, (long) y * source.stride(), bytes, 0, row.length);
        for (int x = 0; x < row.length; x++) {
            row[x] = bytes[x] & 0xFF;
        }
    }

    private static void add(float[] sum, float[] row, float weight) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += row[x] * weight;
        }
    }

    private static void along(float[] row, Lanczos across, byte[] target, int width) {
        int taps = across.taps();
        for (int x = 0; x < width; x++) {
            int start = across.starts()[x];
            float sum = 0.5f;
            for (int tap = 0; tap < taps; tap++) {
                sum += row[start + tap] * across.weights()[x * taps + tap];
            }
            target[x] = (byte) (int) Math.clamp(sum, 0f, 255f);
        }
    }
}
