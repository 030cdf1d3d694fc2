package dev.medley.mediasync.copy;

import dev.medley.mediasync.video.Video;
import java.util.UUID;

/**
 * A media file that a worker holds.
 *
 * @param video the file
 * @param holder the worker's name for this hold
 */
record Claim(Video video, UUID holder) {}
