package dev.medley.images.engine;

import java.util.List;
import java.util.Set;

/** Makes all renditions of a picture from one decode. Implementations are safe for concurrent use. */
public interface ImageEngine {

    /** For logs and receipts. */
    String name();

    /** What it can write; specs may ask for nothing else. */
    Set<OutputFormat> formats();

    /**
     * All renditions of a picture from one decode, with and without watermark.
     *
     * @param file the encoded picture, inspected before
     * @param header the inspection's result
     * @param specs what to make
     * @return one rendition per spec, in their order
     * @throws RejectedImageException when the picture turns out to be truncated or damaged
     */
    List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs) throws RejectedImageException;
}
