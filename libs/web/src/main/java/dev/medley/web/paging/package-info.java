/** Keyset paging with opaque signed cursors. */
@NullMarked
package dev.medley.web.paging;

import org.jspecify.annotations.NullMarked;
