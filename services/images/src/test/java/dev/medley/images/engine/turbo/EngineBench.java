package dev.medley.images.engine.turbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.ImageInspector;
import dev.medley.images.engine.JvmImageEngine;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.Watermark;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The job of an upload, a picture of 12 megapixels to three watermarked renditions, with each engine and, where npm is
 * there, with sharp: processor time per picture, pictures per second at two callers, likeness to a full-size Lanczos
 * resize, bytes. Run by {@code ./medley bench images}; all figures of a table are of one run.
 */
class EngineBench {

    private static final int ROUNDS = Integer.getInteger("medley.bench.rounds", 20);
    private static final int CALLERS = 2;

    private static final Watermark WATERMARK = Watermark.line("Processed by Medley", 0.5f);
    private static final List<RenditionSpec> LADDER = List.of(
            RenditionSpec.inside("800x600", new Dimensions(800, 600), WATERMARK),
            RenditionSpec.inside("1200x900", new Dimensions(1200, 900), WATERMARK),
            RenditionSpec.inside("1920x1080", new Dimensions(1920, 1080), WATERMARK));

    private final PrintStream out = System.out;
    private final Path folder = Path.of("target", "bench").toAbsolutePath();

    /**
     * One contender's figures.
     *
     * @param name of the contender
     * @param cpuMillis processor time per picture
     * @param perSecond pictures per second at two callers
     */
    private record Figures(String name, double cpuMillis, double perSecond) {}

    @Test
    void twelveMegapixels() throws Exception {
        Files.createDirectories(folder);
        byte[] file = BenchPicture.jpeg(4032, 3024);
        Path picture = Files.write(folder.resolve("picture.jpg"), file);
        ImageEngine everywhere = new JvmImageEngine();
        Optional<ImageEngine> turbo = TurboImageEngine.over(everywhere);
        assumeTrue(turbo.isPresent(), "SKIPPED: this machine has no libjpeg-turbo (Debian: libturbojpeg0)");
        ImageHeader header = new ImageInspector(50_000_000, 512_000_000).inspect(file, ImageFormat.JPEG);

        List<Figures> figures = new ArrayList<>();
        figures.add(measure(turbo.get(), file, header));
        figures.add(measure(everywhere, file, header));
        figures.addAll(SharpPeer.measure(folder, picture, LADDER, header, ROUNDS).stream()
                .map(peer -> new Figures(peer.name(), peer.cpuMillis(), peer.perSecond()))
                .toList());

        out.printf("%nJPEG of 4032x3024, %,d bytes, to %d renditions with watermark%n", file.length, LADDER.size());
        print(figures);
        new Likeness(file, header, LADDER).print(folder, out);
        assertThat(figures)
                .allSatisfy(contender -> assertThat(contender.cpuMillis()).isPositive());
    }

    private Figures measure(ImageEngine engine, byte[] file, ImageHeader header) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            engine.render(file, header, LADDER);
        }
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long start = System.nanoTime();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            Callable<Void> caller = () -> {
                for (int round = 0; round < ROUNDS; round++) {
                    engine.render(file, header, LADDER);
                }
                return null;
            };
            for (Future<Void> done : callers.invokeAll(List.of(caller, caller))) {
                done.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMillis = (machine.getProcessCpuTime() - cpu) / 1e6;
        keep(engine.render(file, header, LADDER), engine.name());
        return new Figures("medley, " + engine.name(), cpuMillis / (CALLERS * ROUNDS), CALLERS * ROUNDS / seconds);
    }

    private void keep(List<Rendition> renditions, String name) throws IOException {
        for (Rendition rendition : renditions) {
            Files.write(
                    folder.resolve("%s-%s.jpg".formatted(name, rendition.spec().name())), rendition.content());
        }
    }

    private void print(List<Figures> figures) {
        Optional<Figures> documented = find(figures, "documented");
        Optional<Figures> best = find(figures, "best");
        out.printf("%-30s %12s %10s %14s %10s%n", "", "CPU ms each", "per second", "x documented", "x best");
        for (Figures contender : figures) {
            out.printf(
                    Locale.ROOT,
                    "%-30s %12.1f %10.2f %14s %10s%n",
                    contender.name(),
                    contender.cpuMillis(),
                    contender.perSecond(),
                    ratio(documented, contender),
                    ratio(best, contender));
        }
        if (documented.isEmpty()) {
            out.println("SKIPPED: sharp was not measured; node and npm are needed for it");
        }
    }

    private static Optional<Figures> find(List<Figures> figures, String form) {
        return figures.stream()
                .filter(contender -> contender.name().endsWith(form))
                .findFirst();
    }

    private static String ratio(Optional<Figures> peer, Figures contender) {
        return peer.map(other -> "%.2f".formatted(other.cpuMillis() / contender.cpuMillis()))
                .orElse("-");
    }
}
