/** The user pool, behind methods that speak of sign-up and sign-in and fail with problems. */
@NullMarked
package dev.medley.identity.cognito;

import org.jspecify.annotations.NullMarked;
