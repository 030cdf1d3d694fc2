/** How often an address or account may try, and how fast attempts are answered. */
@NullMarked
package dev.medley.identity.limit;

import org.jspecify.annotations.NullMarked;
