package dev.medley.images.engine;

import java.util.List;

/** Makes all renditions of a picture from one decode. Implementations are safe for concurrent use. */
public interface ImageEngine {

    /** For logs and receipts. */
    String name();

    /**
     * Decodes a picture once and renders it. JPEG and GIF become progressive JPEG, PNG stays PNG with its alpha channel.
     *
     * @param file the encoded picture, inspected before
     * @param header the inspection's result
     * @param specs what to make
     * @param watermark put on the renditions that ask for it
     * @return one rendition per spec, in their order
     * @throws RejectedImageException when the picture turns out to be truncated or damaged
     */
    List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs, Watermark watermark)
            throws RejectedImageException;
}
