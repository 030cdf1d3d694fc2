/** Copies one media file from a provider into storage, in parts that can be resumed. */
@NullMarked
package dev.medley.mediasync.transfer;

import org.jspecify.annotations.NullMarked;
