package dev.medley.images.pipeline;

import dev.medley.images.ImagesProperties;
import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.Watermark;
import dev.medley.images.library.Image;
import java.util.List;
import org.springframework.stereotype.Component;

/** Renders pictures, no more at once than memory and processors allow. */
@Component
class Renderer {

    private static final List<RenditionSpec> LADDER = List.of(
            new RenditionSpec("thumbnail", new Dimensions(400, 300), false),
            new RenditionSpec("800x600", new Dimensions(800, 600), true),
            new RenditionSpec("1200x900", new Dimensions(1200, 900), true),
            new RenditionSpec("1920x1080", new Dimensions(1920, 1080), true));

    private final ImageEngine engine;
    private final DecodeBudget budget;
    private final Watermark watermark;

    Renderer(ImageEngine engine, ImagesProperties properties) {
        this.engine = engine;
        this.budget = new DecodeBudget(Math.toIntExact(properties.decodeMemory().toBytes()));
        this.watermark = new Watermark(
                properties.watermark().text(), properties.watermark().opacity());
    }

    List<Rendition> render(Image image, byte[] file, ImageHeader header) throws RejectedImageException {
        try (var _ = budget.take(header.decodedBytes())) {
            return engine.render(file, header, LADDER, watermark);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to decode", e);
        }
    }
}
