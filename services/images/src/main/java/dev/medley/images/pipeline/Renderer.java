package dev.medley.images.pipeline;

import dev.medley.images.engine.DecodeBudget;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.RenditionSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Renders pictures, no more at once than memory and processors allow. */
@Component
public class Renderer {

    private final ImageEngine engine;
    private final DecodeBudget budget;

    Renderer(ImageEngine engine, DecodeBudget budget) {
        this.engine = engine;
        this.budget = budget;
    }

    /**
     * All renditions of a picture from one decode.
     *
     * @param header the file's
     * @return one for each spec, in their order
     * @throws RejectedImageException when the picture turns out to be truncated or damaged
     */
    public List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs)
            throws RejectedImageException {
        try (var _ = budget.take(header.decodedBytes())) {
            return engine.render(file, header, specs);
        }
    }
}
