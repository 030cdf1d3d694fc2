package dev.medley.images.settings;

/**
 * How an image is rendered; frozen when it is announced, so that every attempt renders the same.
 *
 * @param watermark what the larger renditions carry
 * @param plainVariants whether each of those is made without it as well
 */
public record RenderSettings(WatermarkDesign watermark, boolean plainVariants) {}
