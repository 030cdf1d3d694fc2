/** Keys of this service, each for one purpose, from one secret. */
@NullMarked
package dev.medley.identity.crypto;

import org.jspecify.annotations.NullMarked;
