/** A user's images and what became of them. */
@NullMarked
package dev.medley.images.library;

import org.jspecify.annotations.NullMarked;
