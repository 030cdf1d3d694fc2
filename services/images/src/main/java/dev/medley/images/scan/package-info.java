/** Looking for malware in uploaded files, where a scanner is configured. */
@NullMarked
package dev.medley.images.scan;

import org.jspecify.annotations.NullMarked;
