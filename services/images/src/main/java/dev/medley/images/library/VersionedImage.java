package dev.medley.images.library;

/**
 * An image at one moment.
 *
 * @param version grows with every change
 * @param settled whether nothing changes unless somebody asks for it
 * @param image as its owner sees it
 */
public record VersionedImage(long version, boolean settled, ImageResponse image) {}
