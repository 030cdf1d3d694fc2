/** Entity tags and the preconditions built on them. */
@NullMarked
package dev.medley.web.etag;

import org.jspecify.annotations.NullMarked;
