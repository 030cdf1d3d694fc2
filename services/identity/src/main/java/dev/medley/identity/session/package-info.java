/** Ending sessions in every service at once. */
@NullMarked
package dev.medley.identity.session;

import org.jspecify.annotations.NullMarked;
