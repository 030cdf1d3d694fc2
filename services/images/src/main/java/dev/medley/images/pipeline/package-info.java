/** From a stored upload to finished renditions: driven by S3's notifications, one image at a time, each once. */
@NullMarked
package dev.medley.images.pipeline;

import org.jspecify.annotations.NullMarked;
