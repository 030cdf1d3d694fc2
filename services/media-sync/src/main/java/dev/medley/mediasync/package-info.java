/** The media-sync service: copies media from providers' clouds into the platform's own storage. */
@NullMarked
package dev.medley.mediasync;

import org.jspecify.annotations.NullMarked;
