/** Calls to servers that are not ours: which addresses may be reached, and what is tried again. */
@NullMarked
package dev.medley.upstream;

import org.jspecify.annotations.NullMarked;
