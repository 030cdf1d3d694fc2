/** How a user wants pictures rendered: the watermark, and which renditions carry it. */
@NullMarked
package dev.medley.images.settings;

import org.jspecify.annotations.NullMarked;
