package dev.medley.images.library;

import java.net.URI;

/**
 * One rendition with a link to it.
 *
 * @param name for example {@code thumbnail} or {@code 1200x900}
 * @param contentType media type
 * @param width in pixels
 * @param height in pixels
 * @param bytes its length
 * @param sha256 of its content, hexadecimal
 * @param watermarked whether it carries the watermark
 * @param url reads it without a token
 * @param expiresIn seconds until the link stops working
 */
public record RenditionResponse(
        String name,
        String contentType,
        int width,
        int height,
        long bytes,
        String sha256,
        boolean watermarked,
        URI url,
        long expiresIn) {}
