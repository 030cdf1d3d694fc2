/** Carries a media file from a provider's link to S3: in parallel ranges, without disk, resumable and proven by checksums. */
@NullMarked
package dev.medley.mediasync.transfer;

import org.jspecify.annotations.NullMarked;
