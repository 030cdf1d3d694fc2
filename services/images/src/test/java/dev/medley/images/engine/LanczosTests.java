package dev.medley.images.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanczosTests {

    /** Shrinking, shrinking much, a region, nothing, and enlarging. */
    @ParameterizedTest
    @CsvSource({
        "4032, 1200, 0, 3.36",
        "4032, 40, 0, 100.8",
        "1000, 400, 99.5, 2.25",
        "300, 300, 0, 1",
        "50, 120, 0, 0.4166"
    })
    void weighsAsTheFormulaSays(int source, int target, double origin, double step) {
        Lanczos found = Lanczos.of(source, target, origin, step);

        double widening = Math.max(1, step);
        for (int index = 0; index < target; index++) {
            double centre = origin + (index + 0.5) * step - 0.5;
            double[] expected = new double[source];
            double sum = 0;
            for (int sample = (int) Math.ceil(centre - 3 * widening); sample <= centre + 3 * widening; sample++) {
                double weight = kernel((sample - centre) / widening);
                expected[Math.clamp(sample, 0, source - 1)] += weight;
                sum += weight;
            }
            for (int tap = 0; tap < found.taps(); tap++) {
                assertThat((double) found.weights()[index * found.taps() + tap])
                        .as("weight %d of sample %d", tap, index)
                        .isCloseTo(expected[found.starts()[index] + tap] / sum, within(1e-6));
            }
        }
    }

    private static double kernel(double x) {
        if (x == 0) {
            return 1;
        }
        double angle = Math.PI * x;
        return 3 * Math.sin(angle) * Math.sin(angle / 3) / (angle * angle);
    }
}
