package dev.medley.images.engine.turbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.ImageInspector;
import dev.medley.images.engine.OutputFormat;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rejection;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.SamplePictures;
import dev.medley.images.engine.Watermark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Damaged files are the native library's worst case: it runs in the service's own process. */
class MutatedJpegTests {

    private static final int FILES = 10_000;
    private static final int SETTLED = 2_000;
    private static final long MOST_GROWTH_KILOBYTES = 48 << 10;
    private static final Path PROCESS = Path.of("/proc/self/status");

    private static final List<RenditionSpec> SPECS =
            List.of(RenditionSpec.inside("any", new Dimensions(40, 30), Watermark.line("Medley", 0.5f)));

    private final ImageInspector inspector = new ImageInspector(1_000_000, 4_000_000);

    @Test
    void tenThousandMutatedFilesNeitherCrashNorLeak() throws Exception {
        Optional<TurboJpeg> library = TurboJpeg.find();
        assumeTrue(library.isPresent(), "SKIPPED: this machine has no libjpeg-turbo (Debian: libturbojpeg0)");
        ImageEngine engine = new TurboImageEngine(library.get(), new Refusing());
        byte[][] originals = {
            SamplePictures.photo(96, 64), SamplePictures.grayJpeg(64, 48), SamplePictures.turnedJpeg(6, 80, 60)
        };
        Random random = new Random(2026);
        long settled = 0;
        int rendered = 0;
        int refused = 0;

        for (int index = 0; index < FILES; index++) {
            byte[] file = mutated(originals[index % originals.length], random);
            try {
                // As the service has it, and past the inspection, which the library must not rely on.
                ImageHeader header = index % 2 == 0
                        ? inspector.inspect(file, ImageFormat.JPEG)
                        : inspector.inspect(originals[index % originals.length], ImageFormat.JPEG);
                rendered += engine.render(file, header, SPECS).size();
            } catch (RejectedImageException _) {
                refused++;
            }
            if (index == SETTLED) {
                settled = residentKilobytes();
            }
        }

        assertThat(rendered).isGreaterThan(100);
        assertThat(refused).isGreaterThan(100);
        assertThat(rendered + refused).isEqualTo(FILES);
        assertThat(library.get().openHandles()).isZero();
        assertThat(residentKilobytes() - settled).isLessThan(MOST_GROWTH_KILOBYTES);
    }

    /** Some bytes changed, anywhere or in the headers alone; now and then cut off, or a part repeated. */
    private static byte[] mutated(byte[] original, Random random) {
        byte[] file = original.clone();
        int reach = random.nextBoolean() ? file.length : Math.min(file.length, 700);
        for (int change = random.nextInt(8); change >= 0; change--) {
            file[2 + random.nextInt(reach - 2)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(10) == 0) {
            return Arrays.copyOf(file, 2 + random.nextInt(file.length - 2));
        }
        if (random.nextInt(10) == 0) {
            int length = random.nextInt(file.length / 2);
            System.arraycopy(
                    file, random.nextInt(file.length - length), file, random.nextInt(file.length - length), length);
        }
        return file;
    }

    /** 0 where the system does not tell; the handles are counted everywhere. */
    private static long residentKilobytes() throws IOException {
        if (!Files.exists(PROCESS)) {
            return 0;
        }
        return Files.readAllLines(PROCESS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Stands where the other engine does, so that only the library is at work. */
    private static final class Refusing implements ImageEngine {

        @Override
        public String name() {
            return "refusing";
        }

        @Override
        public Set<OutputFormat> formats() {
            return Set.of(OutputFormat.JPEG);
        }

        @Override
        public List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs)
                throws RejectedImageException {
            throw new RejectedImageException(Rejection.CORRUPT);
        }
    }
}
