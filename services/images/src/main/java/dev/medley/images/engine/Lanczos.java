package dev.medley.images.engine;

import java.util.Arrays;

/**
 * Weights of Lanczos resampling with three lobes along one axis (Duchon, "Lanczos Filtering in One and Two Dimensions",
 * 1979), widened by the scale when shrinking. Samples beyond an edge count as the sample at the edge.
 *
 * @param taps weights per target sample
 * @param starts for each target sample the first source sample that counts
 * @param weights for each target sample its weights, {@code taps} each; they add up to 1
 */
// Compared by nobody; the arrays are read in the innermost loops.
@SuppressWarnings("ArrayRecordComponent")
public record Lanczos(int taps, int[] starts, float[] weights) {

    private static final double LOBES = 3;

    /**
     * Weights from {@code source} to {@code target} samples.
     *
     * @param origin where the first target sample begins, in source samples
     * @param step source samples per target sample; not always the ratio of the two numbers, as planes may be padded
     */
    public static Lanczos of(int source, int target, double origin, double step) {
        double reach = LOBES * Math.max(1, step);
        int taps = Math.min(source, (int) (2 * reach) + 1);
        int[] starts = new int[target];
        float[] weights = new float[target * taps];
        double[] raw = new double[taps];
        for (int index = 0; index < target; index++) {
            double centre = origin + (index + 0.5) * step - 0.5;
            int first = (int) Math.ceil(centre - reach);
            int last = (int) Math.floor(centre + reach);
            int start = Math.clamp(first, 0, source - taps);
            Arrays.fill(raw, 0);
            double sum = 0;
            for (int sample = first; sample <= last; sample++) {
                double weight = kernel((sample - centre) / Math.max(1, step));
                raw[Math.clamp(sample, start, Math.min(source, start + taps) - 1) - start] += weight;
                sum += weight;
            }
            starts[index] = start;
            for (int tap = 0; tap < taps; tap++) {
                weights[index * taps + tap] = (float) (raw[tap] / sum);
            }
        }
        return new Lanczos(taps, starts, weights);
    }

    private static double kernel(double x) {
        if (Math.abs(x) < 1e-9) {
            return 1;
        }
        if (Math.abs(x) >= LOBES) {
            return 0;
        }
        double angle = Math.PI * x;
        return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
    }
}
