package dev.medley.images;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.ImageInspector;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.Watermark;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Renders a picture of its own a few times, so that the JVM has compiled the engine when the first upload comes. */
final class EngineWarmUp {

    private static final int ROUNDS = 12;
    private static final Dimensions SIZE = new Dimensions(1200, 900);

    private final ImageEngine engine;
    private final ImageInspector inspector;

    EngineWarmUp(ImageEngine engine, ImageInspector inspector) {
        this.engine = engine;
        this.inspector = inspector;
    }

    /** Throws what goes wrong: an engine that cannot render this cannot serve. */
    void run() throws IOException, RejectedImageException {
        byte[] file = picture();
        ImageHeader header = inspector.inspect(file, ImageFormat.JPEG);
        List<RenditionSpec> specs =
                List.of(RenditionSpec.inside("warm-up", new Dimensions(400, 300), Watermark.line("warm-up", 0.5f)));
        for (int round = 0; round < ROUNDS; round++) {
            engine.render(file, header, specs);
        }
    }

    private static byte[] picture() throws IOException {
        BufferedImage picture = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, SIZE.width(), SIZE.height(), Color.BLUE));
        graphics.fillRect(0, 0, SIZE.width(), SIZE.height());
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpg", file)) {
            throw new IllegalStateException("this JDK writes no JPEG");
        }
        return file.toByteArray();
    }
}
