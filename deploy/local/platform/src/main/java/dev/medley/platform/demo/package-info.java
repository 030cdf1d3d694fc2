/** One journey through the running platform, with every call shown and every result checked. */
@NullMarked
package dev.medley.platform.demo;

import org.jspecify.annotations.NullMarked;
