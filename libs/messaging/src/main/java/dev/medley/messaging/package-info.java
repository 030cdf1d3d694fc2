/** Messages between services: at least once, in order per key, every effect once. */
@NullMarked
package dev.medley.messaging;

import org.jspecify.annotations.NullMarked;
