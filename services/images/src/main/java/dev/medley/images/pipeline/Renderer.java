package dev.medley.images.pipeline;

import dev.medley.images.engine.DecodeBudget;
import dev.medley.images.engine.Framing;
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

    /** Of the largest rendition: what it is scaled, turned, watermarked and encoded in, one after the other. */
    private static final int BYTES_PER_RENDERED_PIXEL = 20;

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
     * @param begin runs when the picture's turn has come: the wait for it is no part of what the lease has to last for
     * @return one for each spec, in their order
     * @throws RejectedImageException when the picture turns out to be truncated or damaged
     */
    public List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs, Runnable begin)
            throws RejectedImageException {
        try (var _ = budget.take(bytes(header, specs))) {
            begin.run();
            return engine.render(file, header, specs);
        }
    }

    /** Heap that rendering takes: the decoded picture, and the largest rendition beside it. */
    static long bytes(ImageHeader header, List<RenditionSpec> specs) {
        long largest = specs.stream()
                .mapToLong(spec -> Framing.of(header.upright(), spec).size().pixels())
                .max()
                .orElse(0);
        return header.decodedBytes() + BYTES_PER_RENDERED_PIXEL * largest;
    }
}
