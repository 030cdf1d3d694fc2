/** Refusing access tokens of sessions that have ended. */
@NullMarked
package dev.medley.accounts.session;

import org.jspecify.annotations.NullMarked;
