package dev.medley.images.engine.turbo;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.medley.images.engine.Lanczos;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many rows at once as a vector has lanes. Going down, the lanes are neighbours in a row; each finished vector is
 * scattered so that the rows of the block lie side by side, and going across, the lanes are the rows: both passes then
 * read and write whole vectors and multiply by one weight at a time.
 */
final class VectorResizer implements PlaneResizer {

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
    private static final int LANES = FLOATS.length();

    /** Bytes that are widened together: no vector is shorter than 8 bytes. */
    private static final VectorSpecies<Byte> BYTES = LANES >= 16 ? ByteVector.SPECIES_128 : ByteVector.SPECIES_64;

    private static final int PARTS = BYTES.length() / LANES;

    private final int[] columns = new int[LANES];
    private float[] rows = new float[0];
    private float[] block = new float[0];
    private int[] finished = new int[0];
    private byte[] bytes = new byte[0];

    VectorResizer() {
        for (int lane = 0; lane < LANES; lane++) {
            columns[lane] = lane * LANES;
        }
    }

    @Override
    public void resize(Plane source, Plane target, Lanczos across, Lanczos down) {
        int ring = down.taps();
        int width = source.stride();
        rows = atLeast(rows, ring * width);
        block = atLeast(block, width * LANES);
        if (finished.length < target.width() * LANES) {
            finished = new int[target.width() * LANES];
            bytes = new byte[target.width() * LANES];
        }
        int loaded = 0;
        for (int top = 0; top < target.height(); top += LANES) {
            int height = Math.min(LANES, target.height() - top);
            for (int row = 0; row < height; row++) {
                int start = down.starts()[top + row];
                for (loaded = Math.max(loaded, start); loaded < start + ring; loaded++) {
                    load(source, loaded, loaded % ring * width);
                }
                down(start, ring, width, down.weights(), (top + row) * ring, row);
            }
            across(across, target.width());
            store(target, top, height);
        }
    }

    private static float[] atLeast(float[] array, int length) {
        return array.length >= length ? array : new float[length];
    }

    private void load(Plane source, int y, int offset) {
        long from = (long) y * source.stride();
        for (int x = 0; x < source.stride(); x += BYTES.length()) {
            ByteVector samples =
                    ByteVector.fromMemorySegment(BYTES, source.samples(), from + x, ByteOrder.nativeOrder());
            for (int part = 0; part < PARTS; part++) {
                IntVector wide = (IntVector) samples.convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, part);
                FloatVector values = (FloatVector) wide.convertShape(VectorOperators.I2F, FLOATS, 0);
                values.intoArray(rows, offset + x + part * LANES);
            }
        }
    }

    /** One target row of the block, still as wide as the source; it becomes lane {@code row} of the block's columns. */
    private void down(int start, int ring, int width, float[] weights, int weight, int row) {
        int first = start % ring;
        for (int x = 0; x < width; x += LANES) {
            FloatVector sum = FloatVector.zero(FLOATS);
            int slot = first;
            for (int tap = 0; tap < ring; tap++) {
                sum = FloatVector.fromArray(FLOATS, rows, slot * width + x)
                        .fma(FloatVector.broadcast(FLOATS, weights[weight + tap]), sum);
                slot = slot + 1 == ring ? 0 : slot + 1;
            }
            sum.intoArray(block, x * LANES + row, columns, 0);
        }
    }

    private void across(Lanczos across, int width) {
        int taps = across.taps();
        int[] starts = across.starts();
        float[] weights = across.weights();
        for (int x = 0; x < width; x++) {
            FloatVector sum = FloatVector.broadcast(FLOATS, 0.5f);
            int column = starts[x] * LANES;
            for (int tap = 0; tap < taps; tap++) {
                sum = FloatVector.fromArray(FLOATS, block, column)
                        .fma(FloatVector.broadcast(FLOATS, weights[x * taps + tap]), sum);
                column += LANES;
            }
            IntVector rounded = (IntVector) sum.max(0).min(255).convertShape(VectorOperators.F2I, INTS, 0);
            rounded.intoArray(finished, x * LANES);
        }
    }

    private void store(Plane target, int top, int height) {
        int width = target.width();
        for (int x = 0; x < width; x++) {
            for (int row = 0; row < height; row++) {
                bytes[row * width + x] = (byte) finished[x * LANES + row];
            }
        }
        for (int row = 0; row < height; row++) {
            MemorySegment.copy(
                    bytes, row * width, target.samples(), JAVA_BYTE, (long) (top + row) * target.stride(), width);
        }
    }
}
