/** A small service that uses this library, and what drives it over HTTP. */
@NullMarked
package dev.medley.sample;

import org.jspecify.annotations.NullMarked;
