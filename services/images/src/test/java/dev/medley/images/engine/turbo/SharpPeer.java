package dev.medley.images.engine.turbo;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.Region;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.Stamp;
import dev.medley.images.engine.WatermarkPainter;
import dev.medley.testing.Program;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/** Runs the same job with sharp in a node process of its own. */
final class SharpPeer {

    private static final String VERSION = "0.35.5";

    private SharpPeer() {}

    /**
     * What node prints.
     *
     * @param name form of the job
     * @param cpuMillis processor time per picture
     * @param perSecond pictures per second at two callers
     */
    record Result(String name, double cpuMillis, double perSecond) {}

    /** The figures of each form; none where node or npm is missing. */
    static List<Result> measure(Path folder, Path picture, List<RenditionSpec> specs, ImageHeader header, int rounds)
            throws IOException, InterruptedException {
        Path program = Files.copy(
                Path.of("bench", "sharp.mjs"),
                folder.resolve("sharp.mjs"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        if (!Program.isThere("node", "--version") || !Program.isThere("npm", "--version")) {
            return List.of();
        }
        run(folder, "npm", "install", "--no-save", "--prefix", folder.toString(), "sharp@" + VERSION);
        drawWatermarks(folder, specs, header);
        JsonMapper json = new JsonMapper();
        return run(
                        folder,
                        "node",
                        program.toString(),
                        picture.toString(),
                        folder.toString(),
                        folder.toString(),
                        Integer.toString(rounds))
                .lines()
                .map(line -> json.readValue(line, Result.class))
                .toList();
    }

    /** The same watermark as a transparent picture that ends in the lower right corner. */
    private static void drawWatermarks(Path folder, List<RenditionSpec> specs, ImageHeader header) throws IOException {
        WatermarkPainter painter = new WatermarkPainter();
        for (RenditionSpec spec : specs) {
            Dimensions size = header.upright().fitInside(spec.box());
            Stamp stamp = painter.draw(Objects.requireNonNull(spec.watermark()), size);
            Region region = stamp.region();
            BufferedImage mark = new BufferedImage(
                    size.width() - region.left(), size.height() - region.top(), BufferedImage.TYPE_INT_ARGB);
            mark.setRGB(0, 0, region.width(), region.height(), stamp.argb(), 0, region.width());
            ImageIO.write(mark, "png", folder.resolve(spec.name() + ".png").toFile());
        }
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + output);
        }
        return output;
    }
}
