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
        double narrowing = 1 / Math.max(1, step);
        double reach = LOBES / narrowing;
        int taps = Math.min(source, (int) (2 * reach) + 1);
        int[] starts = new int[target];
        float[] weights = new float[target * taps];
        double[] raw = new double[taps];
        Kernel kernel = new Kernel(narrowing);
        for (int index = 0; index < target; index++) {
            double centre = origin + (index + 0.5) * step - 0.5;
            int first = (int) Math.ceil(centre - reach);
            int last = (int) Math.floor(centre + reach);
            int start = Math.clamp(first, 0, source - taps);
            Arrays.fill(raw, 0);
            double sum = 0;
            kernel.begin(first - centre);
            for (int sample = first; sample <= last; sample++) {
                double weight = kernel.next();
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

    /** The weights of some target samples only. */
    Lanczos part(int first, int number) {
        return new Lanczos(
                taps,
                Arrays.copyOfRange(starts, first, first + number),
                Arrays.copyOfRange(weights, first * taps, (first + number) * taps));
    }

    /**
     * The kernel at equal distances. Each sine follows from the one before by the addition theorem, as calling the function
     * twice for each weight takes longer than a small picture's scaling.
     */
    private static final class Kernel {

        /** Nearer to the centre than this the kernel is 1 to the last digit of a float. */
        private static final double CENTRE = 1e-6;

        private final double step;
        private final double sineOfStep;
        private final double cosineOfStep;
        private final double sineOfSlowStep;
        private final double cosineOfSlowStep;
        private double angle;
        private double sine;
        private double cosine;
        private double slowSine;
        private double slowCosine;

        /** @param narrowing kernel units per sample */
        Kernel(double narrowing) {
            step = Math.PI * narrowing;
            sineOfStep = Math.sin(step);
            cosineOfStep = Math.cos(step);
            sineOfSlowStep = Math.sin(step / LOBES);
            cosineOfSlowStep = Math.cos(step / LOBES);
        }

        void begin(double samples) {
            angle = step * samples;
            sine = Math.sin(angle);
            cosine = Math.cos(angle);
            slowSine = Math.sin(angle / LOBES);
            slowCosine = Math.cos(angle / LOBES);
        }

        double next() {
            double value = Math.abs(angle) < CENTRE ? 1 : LOBES * sine * slowSine / (angle * angle);
            double nextSine = sine * cosineOfStep + cosine * sineOfStep;
            cosine = cosine * cosineOfStep - sine * sineOfStep;
            sine = nextSine;
            double nextSlowSine = slowSine * cosineOfSlowStep + slowCosine * sineOfSlowStep;
            slowCosine = slowCosine * cosineOfSlowStep - slowSine * sineOfSlowStep;
            slowSine = nextSlowSine;
            angle += step;
            return value;
        }
    }
}
