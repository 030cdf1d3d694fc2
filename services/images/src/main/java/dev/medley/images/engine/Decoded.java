package dev.medley.images.engine;

import org.jspecify.annotations.Nullable;

/**
 * A decoded picture in the colours of its file.
 *
 * @param pixels as stored, not turned upright
 * @param profile what the colours are exactly; null means sRGB
 */
record Decoded(Pixels pixels, @Nullable ColourProfile profile) {}
