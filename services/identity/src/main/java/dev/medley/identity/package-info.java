/** The identity service: sign-in and users. */
@NullMarked
package dev.medley.identity;

import org.jspecify.annotations.NullMarked;
