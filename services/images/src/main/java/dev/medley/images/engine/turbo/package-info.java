/**
 * The fast engine for JPEG: libjpeg-turbo through the Foreign Function API, one scaled decode for all renditions, and
 * everything between decoder and encoder done on the luma and chroma planes.
 */
@NullMarked
package dev.medley.images.engine.turbo;

import org.jspecify.annotations.NullMarked;
