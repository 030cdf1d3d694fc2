/** Media files as they are tracked: what is known of each and where its copy stands. */
@NullMarked
package dev.medley.mediasync.video;

import org.jspecify.annotations.NullMarked;
