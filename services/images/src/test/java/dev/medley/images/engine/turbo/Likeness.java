package dev.medley.images.engine.turbo;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.Lanczos;
import dev.medley.images.engine.RenditionSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How like the renditions are to the original resized at full size with Lanczos: the structural similarity of luma (Wang et
 * al., "Image Quality Assessment", 2004) in windows of 8 by 8, above the watermark.
 */
final class Likeness {

    private static final int WINDOW = 8;
    private static final int STEP = 4;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    /** The watermark lies below. */
    private static final double COMPARED = 0.9;

    private final byte[] file;
    private final ImageHeader header;
    private final List<RenditionSpec> specs;

    Likeness(byte[] file, ImageHeader header, List<RenditionSpec> specs) {
        this.file = file;
        this.header = header;
        this.specs = List.copyOf(specs);
    }

    /** Prints SSIM and bytes of every rendition in a folder. */
    void print(Path folder, PrintStream out) throws IOException, TurboJpegException {
        for (RenditionSpec spec : specs) {
            Dimensions size = header.upright().fitInside(spec.box());
            try (TurboSession session = new TurboSession(TurboJpeg.find().orElseThrow());
                    Stream<Path> files = Files.list(folder)) {
                Plane whole = luma(session, file, header.stored());
                Plane reference = Plane.allocate(session.arena(), size.width(), size.height());
                new ScalarResizer()
                        .resize(
                                whole,
                                reference,
                                Lanczos.of(whole.width(), size.width(), 0, (double) whole.width() / size.width()),
                                Lanczos.of(whole.height(), size.height(), 0, (double) whole.height() / size.height()));
                for (Path rendition : files.filter(path -> path.toString().endsWith("-" + spec.name() + ".jpg"))
                        .sorted()
                        .toList()) {
                    byte[] content = Files.readAllBytes(rendition);
                    out.printf(
                            Locale.ROOT,
                            "%-40s SSIM %.4f  %,9d bytes%n",
                            rendition.getFileName(),
                            ssim(reference, luma(session, content, size)),
                            content.length);
                }
            }
        }
    }

    private static Plane luma(TurboSession session, byte[] jpeg, Dimensions size) throws TurboJpegException {
        var data = session.load(jpeg);
        Sampling sampling = Sampling.of(session.readHeader(data).sampling()).orElseThrow();
        return session.decode(data, size, sampling).planes().getFirst();
    }

    private static double ssim(Plane one, Plane other) {
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + WINDOW <= one.height() * COMPARED; y += STEP) {
            for (int x = 0; x + WINDOW <= one.width(); x += STEP) {
                sum += window(one, other, x, y);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double window(Plane one, Plane other, int left, int top) {
        double sumOne = 0;
        double sumOther = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        double products = 0;
        for (int y = top; y < top + WINDOW; y++) {
            for (int x = left; x < left + WINDOW; x++) {
                int a = one.samples().get(JAVA_BYTE, (long) y * one.stride() + x) & 0xFF;
                int b = other.samples().get(JAVA_BYTE, (long) y * other.stride() + x) & 0xFF;
                sumOne += a;
                sumOther += b;
                squaresOne += a * a;
                squaresOther += b * b;
                products += a * b;
            }
        }
        double count = WINDOW * WINDOW;
        double meanOne = sumOne / count;
        double meanOther = sumOther / count;
        double varianceOne = squaresOne / count - meanOne * meanOne;
        double varianceOther = squaresOther / count - meanOther * meanOther;
        double covariance = products / count - meanOne * meanOther;
        return (2 * meanOne * meanOther + C1)
                * (2 * covariance + C2)
                / ((meanOne * meanOne + meanOther * meanOther + C1) * (varianceOne + varianceOther + C2));
    }
}
