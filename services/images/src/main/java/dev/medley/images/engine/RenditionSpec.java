package dev.medley.images.engine;

/**
 * A rendition to make.
 *
 * @param name unique among the renditions of a picture
 * @param box the rendition fits into this, keeps its shape and is never enlarged
 * @param watermarked whether it carries the watermark
 */
public record RenditionSpec(String name, Dimensions box, boolean watermarked) {}
