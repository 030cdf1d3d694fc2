/** Signing up, in and out. */
@NullMarked
package dev.medley.identity.auth;

import org.jspecify.annotations.NullMarked;
