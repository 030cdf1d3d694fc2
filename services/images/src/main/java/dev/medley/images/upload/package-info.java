/** Announcing an upload and getting the link for it. */
@NullMarked
package dev.medley.images.upload;

import org.jspecify.annotations.NullMarked;
