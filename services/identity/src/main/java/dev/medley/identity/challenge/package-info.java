/** Signing in with a mailed code: what is asked, what counts as right, and how often. */
@NullMarked
package dev.medley.identity.challenge;

import org.jspecify.annotations.NullMarked;
