package dev.medley.images.engine.turbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.Lanczos;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaneResizerTests {

    @ParameterizedTest(name = "{0}x{1} to {2}x{3}")
    @CsvSource({
        "200, 150, 71, 53",
        "64, 64, 64, 64",
        "17, 33, 16, 5",
        "1, 1, 1, 1",
        "3, 90, 1, 40",
        "50, 40, 75, 60",
        "333, 2, 100, 1"
    })
    void vectorsAndPlainLoopsAgree(int width, int height, int targetWidth, int targetHeight) {
        try (Arena arena = Arena.ofConfined()) {
            Plane source = noise(arena, width, height);
            Lanczos across = Lanczos.of(width, targetWidth, 0, (double) width / targetWidth);
            Lanczos down = Lanczos.of(height, targetHeight, 0, (double) height / targetHeight);
            Plane plain = Plane.allocate(arena, targetWidth, targetHeight);
            Plane vectorised = Plane.allocate(arena, targetWidth, targetHeight);

            new ScalarResizer().resize(source, plain, across, down);
            new VectorResizer().resize(source, vectorised, across, down);

            for (int y = 0; y < targetHeight; y++) {
                for (int x = 0; x < targetWidth; x++) {
                    // The order of additions differs, so a sample may round the other way.
                    assertThat(sample(vectorised, x, y)).isBetween(sample(plain, x, y) - 1, sample(plain, x, y) + 1);
                }
            }
        }
    }

    @Test
    void anEvenPlaneStaysEvenUpToItsEdges() {
        try (Arena arena = Arena.ofConfined()) {
            Plane source = Plane.allocate(arena, 100, 80);
            source.samples().fill((byte) 200);
            Plane target = Plane.allocate(arena, 33, 27);

            new VectorResizer()
                    .resize(source, target, Lanczos.of(100, 33, 0, 100 / 33.0), Lanczos.of(80, 27, 0, 80 / 27.0));

            for (int y = 0; y < 27; y++) {
                for (int x = 0; x < 33; x++) {
                    assertThat(sample(target, x, y)).isEqualTo(200);
                }
            }
        }
    }

    private static Plane noise(Arena arena, int width, int height) {
        Plane plane = Plane.allocate(arena, width, height);
        Random random = new Random(42);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                plane.samples().set(ValueLayout.JAVA_BYTE, (long) y * plane.stride() + x, (byte) random.nextInt(256));
            }
        }
        return plane;
    }

    private static int sample(Plane plane, int x, int y) {
        return plane.samples().get(ValueLayout.JAVA_BYTE, (long) y * plane.stride() + x) & 0xFF;
    }
}
