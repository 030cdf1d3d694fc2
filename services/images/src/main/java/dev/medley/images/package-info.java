/** The images service: from an upload to finished renditions. */
@NullMarked
package dev.medley.images;

import org.jspecify.annotations.NullMarked;
