/** Keys that are derived from one secret, each for one purpose, and what is done with them. */
@NullMarked
package dev.medley.secrets;

import org.jspecify.annotations.NullMarked;
