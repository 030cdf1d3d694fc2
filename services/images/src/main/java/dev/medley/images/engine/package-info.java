/** Pictures: what they are, whether they may be decoded, and how renditions are made of them. */
@NullMarked
package dev.medley.images.engine;

import org.jspecify.annotations.NullMarked;
