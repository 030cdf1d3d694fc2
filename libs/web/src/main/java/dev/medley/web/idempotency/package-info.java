/** Repeats of a request under the same Idempotency-Key have one effect and one answer. */
@NullMarked
package dev.medley.web.idempotency;

import org.jspecify.annotations.NullMarked;
