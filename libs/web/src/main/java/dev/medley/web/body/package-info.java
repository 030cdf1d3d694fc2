/** Limits on request bodies. */
@NullMarked
package dev.medley.web.body;

import org.jspecify.annotations.NullMarked;
