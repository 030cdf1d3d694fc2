/** Following an image by server-sent events. */
@NullMarked
package dev.medley.images.watch;

import org.jspecify.annotations.NullMarked;
